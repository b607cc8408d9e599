package com.emlyon.sample;

import com.emlyon.platform.eventstore.fact.StoredAs;

/** What is stored beside the facts: the snapshot of an aggregate. */
@StoredAs(value = "Choir", revision = "4")
public record Choir(int singers) {}
