package com.emlyon.sample;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dance, told in the third way. First there was only the {@code hall}; then it became a {@code place} with a floor, which
 * was 0 before; then the floor was told in words, as people say it.
 */
@StoredAs(value = "Danced", revision = "3")
public record Danced(String place, String floor, @Nullable String partner, Instant at) implements Fact {}
