package com.emlyon.connect.app.audit;

import com.emlyon.connect.app.audit.Finding.Broken;
import com.emlyon.connect.app.audit.Finding.Fault;
import java.util.Optional;

/** Follows the entries one by one, and notices the first that is not as it was entered. */
final class Chain {

    private final ChainEnd known;
    private ChainEnd last = ChainEnd.OF_NOTHING;
    private long first;

    /** Begins before the first entry, or, where that is known, after those that were archived. */
    Chain(ChainEnd known) {
        this.known = known;
    }

    long first() {
        return first;
    }

    ChainEnd last() {
        return last;
    }

    /** Goes on to the next entry; answers with what is broken there, or just before it. */
    Optional<Broken> follow(Link next) {
        if (first == 0) {
            first = next.number();
            // What stands before the first entry counts only if somebody knows it from elsewhere.
            last = next.number() == known.number() + 1 ? known : ChainEnd.OF_NOTHING;
        }
        if (next.number() != last.number() + 1) {
            return Optional.of(new Broken(last.number() + 1, Fault.MISSING));
        }
        if (!next.isUnchanged()) {
            return Optional.of(new Broken(next.number(), Fault.CHANGED));
        }
        if (!next.previous().equals(last.hash())) {
            // It is itself as it was entered, so the other one is not, though its own hash fits.
            return Optional.of(new Broken(last.number(), Fault.CHANGED));
        }
        last = new ChainEnd(next.number(), next.hash());
        return next.number() == known.number() && !last.equals(known)
                ? Optional.of(new Broken(next.number(), Fault.NOT_AS_KNOWN))
                : Optional.empty();
    }

    /** After the last entry; answers with what is broken there. */
    Optional<Broken> end(ChainEnd kept) {
        if (kept.number() > last.number() || known.number() > last.number()) {
            return Optional.of(new Broken(last.number() + 1, Fault.MISSING));
        }
        return kept.equals(last) ? Optional.empty() : Optional.of(new Broken(last.number(), Fault.CHANGED));
    }
}
