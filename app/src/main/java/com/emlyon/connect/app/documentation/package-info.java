/** What /v3/api-docs and /v3/asyncapi say about the service, drawn from what the service does. */
@NullMarked
package com.emlyon.connect.app.documentation;

import org.jspecify.annotations.NullMarked;
