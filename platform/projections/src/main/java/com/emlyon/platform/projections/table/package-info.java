/** The tables that projections write, described as values, and the changes of a batch of facts, collected before they are written. */
@NullMarked
package com.emlyon.platform.projections.table;

import org.jspecify.annotations.NullMarked;
