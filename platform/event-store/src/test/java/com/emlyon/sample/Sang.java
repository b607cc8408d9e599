package com.emlyon.sample;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;

/** A song, of which there is only one way to tell. */
@StoredAs("Sang")
public record Sang(String title, int verses, Instant at) implements Fact {}
