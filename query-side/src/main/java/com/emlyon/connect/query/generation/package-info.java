/** Generations of a projection's tables: which there are, which one readers see, and how one takes the place of another. */
@NullMarked
package com.emlyon.connect.query.generation;

import org.jspecify.annotations.NullMarked;
