/** History as projections read it: the facts that concern them, in order, behind a position. */
@NullMarked
package com.emlyon.connect.query.history;

import org.jspecify.annotations.NullMarked;
