/** How far each projection and each reaction is, for operators. */
@NullMarked
package com.emlyon.platform.projections.status;

import org.jspecify.annotations.NullMarked;
