package com.emlyon.sample;

import com.emlyon.connect.api.fact.Fact;
import com.emlyon.connect.api.fact.StoredAs;
import java.time.Instant;

/** A song, of which there is only one way to tell. */
@StoredAs("Sang")
public record Sang(String title, int verses, Instant at) implements Fact {}
