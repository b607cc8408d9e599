/** When what has expired is forgotten; what that is, each room says of its own. */
@NullMarked
package com.emlyon.connect.app.sweep;

import org.jspecify.annotations.NullMarked;
