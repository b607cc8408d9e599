package com.emlyon.connect.query.fold;

import com.emlyon.connect.query.history.StoredFact;

/** A fact of which a projection can make nothing. */
public final class UnfoldableFact extends RuntimeException {

    UnfoldableFact(StoredFact fact, RuntimeException cause) {
        super("The %s at position %d cannot be digested".formatted(fact.type(), fact.position()), cause);
    }
}
