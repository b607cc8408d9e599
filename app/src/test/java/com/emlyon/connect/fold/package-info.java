/** What history says when it is folded in memory: the same as tables, and at any moment of the past. */
@NullMarked
package com.emlyon.connect.fold;

import org.jspecify.annotations.NullMarked;
