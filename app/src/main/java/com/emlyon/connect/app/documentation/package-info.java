/** The documents /v3/api-docs and /v3/asyncapi, derived from the code of the service. */
@NullMarked
package com.emlyon.connect.app.documentation;

import org.jspecify.annotations.NullMarked;
