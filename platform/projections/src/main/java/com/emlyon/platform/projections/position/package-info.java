/** The position that each projection has reached, on whichever node, and waiting for it. */
@NullMarked
package com.emlyon.platform.projections.position;

import org.jspecify.annotations.NullMarked;
