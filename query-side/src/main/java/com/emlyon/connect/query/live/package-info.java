/** The campus as readers see it, held in memory, and what each command changes in it. */
@NullMarked
package com.emlyon.connect.query.live;

import org.jspecify.annotations.NullMarked;
