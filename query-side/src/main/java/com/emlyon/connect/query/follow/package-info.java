/**
 * Follows history: applies new facts to the tables of the generation that serves, each batch in one transaction with
 * its checkpoint.
 */
@NullMarked
package com.emlyon.connect.query.follow;

import org.jspecify.annotations.NullMarked;
