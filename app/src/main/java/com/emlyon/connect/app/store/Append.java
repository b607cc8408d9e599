package com.emlyon.connect.app.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What one command adds: its facts and what is written beside them; all of it is committed, or nothing. */
record Append(List<FactRow> facts, List<SideWrite> sideWrites, CompletableFuture<Long> position) {

    Append(List<FactRow> facts, List<SideWrite> sideWrites) {
        this(facts, sideWrites, new CompletableFuture<>());
    }
}
