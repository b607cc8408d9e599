/** Facts that a projection could not apply, as operators see them, and what they can do about them. */
@NullMarked
package com.emlyon.connect.app.parking;

import org.jspecify.annotations.NullMarked;
