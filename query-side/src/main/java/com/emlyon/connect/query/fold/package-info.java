/** History folded in memory: the same projections as for tables, without a table. */
@NullMarked
package com.emlyon.connect.query.fold;

import org.jspecify.annotations.NullMarked;
