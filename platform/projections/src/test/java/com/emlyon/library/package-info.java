/** A library that lends books: a second domain, which proves that the event store and projections need no other. */
@NullMarked
package com.emlyon.library;

import org.jspecify.annotations.NullMarked;
