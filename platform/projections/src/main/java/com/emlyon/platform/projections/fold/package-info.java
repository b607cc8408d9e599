/** Folds history in memory, with the same projections that fill the tables. */
@NullMarked
package com.emlyon.platform.projections.fold;

import org.jspecify.annotations.NullMarked;
