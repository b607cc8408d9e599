/** What /v3/api-docs says about the service, drawn from what the service does. */
@NullMarked
package com.emlyon.connect.app.documentation;

import org.jspecify.annotations.NullMarked;
