/** Compares the tables that serve with history, while reads and writes continue. */
@NullMarked
package com.emlyon.platform.projections.verify;

import org.jspecify.annotations.NullMarked;
