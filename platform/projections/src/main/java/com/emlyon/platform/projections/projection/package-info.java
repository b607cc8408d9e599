/** Defines a projection: which facts concern it, and how each of them changes its tables. */
@NullMarked
package com.emlyon.platform.projections.projection;

import org.jspecify.annotations.NullMarked;
