/** The connections that serve requests, and requests that fail at once with 503 while they cannot be served. */
@NullMarked
package com.emlyon.connect.app.availability;

import org.jspecify.annotations.NullMarked;
