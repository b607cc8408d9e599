/** Which moment of history administrators ask for, when they look at something as it was. */
@NullMarked
package com.emlyon.connect.app.past;

import org.jspecify.annotations.NullMarked;
