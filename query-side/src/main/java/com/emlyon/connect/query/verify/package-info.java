/** Comparing the tables that serve with what history says, while everybody goes on reading and writing. */
@NullMarked
package com.emlyon.connect.query.verify;

import org.jspecify.annotations.NullMarked;
