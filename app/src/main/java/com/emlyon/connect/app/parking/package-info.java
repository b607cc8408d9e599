/** Shows operators the facts that a projection could not apply, and lets them retry or discard these. */
@NullMarked
package com.emlyon.connect.app.parking;

import org.jspecify.annotations.NullMarked;
