/** Follows history in memory, in step with the tables that serve, for read models that keep all rows at hand. */
@NullMarked
package com.emlyon.platform.projections.memory;

import org.jspecify.annotations.NullMarked;
