/** History as projections read it: the facts that concern them, in order, after a position. */
@NullMarked
package com.emlyon.connect.query.history;

import org.jspecify.annotations.NullMarked;
