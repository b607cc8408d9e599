/** Processes facts after they are stored: the processors, their positions, and waiting for a position. */
@NullMarked
package com.emlyon.connect.app.processing;

import org.jspecify.annotations.NullMarked;
