/** Projections as operators see them, and what they can ask for: to be built again from history, or not any more. */
@NullMarked
package com.emlyon.connect.app.projection;

import org.jspecify.annotations.NullMarked;
