package com.emlyon.library;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** The library has a new book. In revision 1 its {@code title} was called {@code name}. */
@StoredAs(value = "BookAdded", revision = "2")
record BookAdded(String book, String title, Instant at) implements Fact {}
