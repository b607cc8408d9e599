package com.emlyon.library;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** A reader has brought a book back. */
@StoredAs("BookReturned")
record BookReturned(String book, ReaderId reader, Instant at) implements Fact {}
