package com.emlyon.library;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** A reader is forgotten; books that they have stay lent, without a name. */
@StoredAs("ReaderErased")
record ReaderErased(ReaderId reader, Instant at) implements Fact {}
