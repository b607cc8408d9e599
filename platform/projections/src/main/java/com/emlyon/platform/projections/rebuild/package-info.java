/** Builds a projection's tables again from history, beside those that serve, while reads and writes continue. */
@NullMarked
package com.emlyon.platform.projections.rebuild;

import org.jspecify.annotations.NullMarked;
