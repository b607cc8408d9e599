/** Generations of a projection's tables: which exist, which one serves, and how one replaces another. */
@NullMarked
package com.emlyon.platform.projections.generation;

import org.jspecify.annotations.NullMarked;
