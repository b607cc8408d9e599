/** Parses the moment of history at which administrators ask to see something as it was. */
@NullMarked
package com.emlyon.connect.app.past;

import org.jspecify.annotations.NullMarked;
