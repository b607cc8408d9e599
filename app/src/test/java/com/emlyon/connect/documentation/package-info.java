/** What /v3/api-docs says, held against what the service does. */
@NullMarked
package com.emlyon.connect.documentation;

import org.jspecify.annotations.NullMarked;
