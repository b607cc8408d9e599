/** Applies new facts to the tables that serve, each batch in one transaction with its checkpoint; facts that cannot be applied become dead letters. */
@NullMarked
package com.emlyon.platform.projections.processor;

import org.jspecify.annotations.NullMarked;
