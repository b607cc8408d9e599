package com.emlyon.connect.app.audit;

import com.emlyon.connect.app.audit.Finding.Broken;
import com.emlyon.connect.app.audit.Finding.Fault;
import java.util.Optional;

/** Verifies the hash chain entry by entry, and finds the first entry that is missing or changed. */
final class Chain {

    private final ChainEnd known;
    private ChainEnd last = ChainEnd.OF_NOTHING;
    private long first;

    /** Begins before the first entry, or, if older entries were archived, after the known last one of these. */
    Chain(ChainEnd known) {
        this.known = known;
    }

    long first() {
        return first;
    }

    ChainEnd last() {
        return last;
    }

    /** Checks the next entry. Returns what is broken in it, or just before it; empty if nothing is. */
    Optional<Broken> follow(Link next) {
        if (first == 0) {
            first = next.number();
            // The hash before the first entry is trusted only if it was given from outside.
            last = next.number() == known.number() + 1 ? known : ChainEnd.OF_NOTHING;
        }
        if (next.number() != last.number() + 1) {
            return Optional.of(new Broken(last.number() + 1, Fault.MISSING));
        }
        if (!next.isUnchanged()) {
            return Optional.of(new Broken(next.number(), Fault.CHANGED));
        }
        if (!next.previous().equals(last.hash())) {
            // This entry is unchanged, so the one before it was changed and its hash computed anew.
            return Optional.of(new Broken(last.number(), Fault.CHANGED));
        }
        last = new ChainEnd(next.number(), next.hash());
        return next.number() == known.number() && !last.equals(known)
                ? Optional.of(new Broken(next.number(), Fault.NOT_AS_KNOWN))
                : Optional.empty();
    }

    /** Checks the end of the chain, after the last entry. Returns what is broken there; empty if nothing is. */
    Optional<Broken> end(ChainEnd kept) {
        if (kept.number() > last.number() || known.number() > last.number()) {
            return Optional.of(new Broken(last.number() + 1, Fault.MISSING));
        }
        return kept.equals(last) ? Optional.empty() : Optional.of(new Broken(last.number(), Fault.CHANGED));
    }
}
