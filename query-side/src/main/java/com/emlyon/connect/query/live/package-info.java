/** The campus as readers see it, held in memory, and what changes in it from one decision to the next. */
@NullMarked
package com.emlyon.connect.query.live;

import org.jspecify.annotations.NullMarked;
