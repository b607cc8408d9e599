/** The read model: the current state that results from history. */
@NullMarked
package com.emlyon.connect.query;

import org.jspecify.annotations.NullMarked;
