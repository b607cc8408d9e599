package com.emlyon.platform.projections.fold;

import com.emlyon.platform.eventstore.history.StoredFact;

/** Thrown for a fact that a projection cannot apply. */
public final class UnfoldableFact extends RuntimeException {

    UnfoldableFact(StoredFact fact, RuntimeException cause) {
        super("The %s at position %d cannot be digested".formatted(fact.type(), fact.position()), cause);
    }
}
