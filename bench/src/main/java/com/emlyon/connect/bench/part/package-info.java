/** What a part of the table of figures is. */
@NullMarked
package com.emlyon.connect.bench.part;

import org.jspecify.annotations.NullMarked;
