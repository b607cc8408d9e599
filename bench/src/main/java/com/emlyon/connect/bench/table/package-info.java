/** The whole table of figures, of one program or of several beside each other. */
@NullMarked
package com.emlyon.connect.bench.table;

import org.jspecify.annotations.NullMarked;
