/** Measures how many readers of lists are served, beside nginx with the same bytes. */
@NullMarked
package com.emlyon.connect.bench.lists;

import org.jspecify.annotations.NullMarked;
