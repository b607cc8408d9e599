package com.emlyon.platform.eventstore.append;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The facts of one command and its transactional writes; all of it is committed, or nothing. Either the writer takes
 * it, or the caller withdraws it: exactly one of them succeeds.
 */
final class Append {

    private final List<FactRow> facts;
    private final List<TransactionalWrite> sideWrites;
    private final CompletableFuture<Long> position = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    Append(List<FactRow> facts, List<TransactionalWrite> sideWrites) {
        this.facts = facts;
        this.sideWrites = sideWrites;
    }

    List<FactRow> facts() {
        return facts;
    }

    List<TransactionalWrite> sideWrites() {
        return sideWrites;
    }

    /** The position of the last fact, once all facts are on disk, or the failure. */
    CompletableFuture<Long> position() {
        return position;
    }

    /** Takes it into a batch; false when it has been withdrawn. */
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    /** Withdraws it, so that it is certainly not stored; false when it has been taken into a batch. */
    boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN);
    }

    private enum State {
        WAITING,
        TAKEN,
        WITHDRAWN
    }
}
