package com.emlyon.library;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** A reader is forgotten; books that they have keep on being lent, to nobody. */
@StoredAs("ReaderErased")
record ReaderErased(ReaderId reader, Instant at) implements Fact {}
