package com.emlyon.library;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.Personal;
import java.time.Instant;

/** A reader has borrowed a book. */
@StoredAs("BookLent")
record BookLent(String book, ReaderId reader, Personal<String> name, Instant at) implements Fact {}
