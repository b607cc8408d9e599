package com.emlyon.connect.app.feed;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.history.FactPage;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.history.StoredFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A history in memory: decisions are appended whole, as commits to the store are. */
final class ModelHistory implements History {

    private final List<StoredFact> facts = new ArrayList<>();
    private Runnable beforeRead = () -> {};
    private int decisions;

    /** Runs something before each read: in the meantime history may grow, or the database may go away. */
    void beforeRead(Runnable action) {
        this.beforeRead = action;
    }

    /** Appends the facts of one decision. */
    void append(String stream, Fact... decided) {
        decisions++;
        String decision = "decision " + decisions;
        for (Fact fact : decided) {
            facts.add(new StoredFact(facts.size() + 1L, stream, fact.getClass().getSimpleName(), decision, () -> fact));
        }
    }

    /** The position of the last fact. */
    int size() {
        return facts.size();
    }

    @Override
    public FactPage after(long position, Set<Class<? extends Fact>> kinds, int most) {
        return between(position, Long.MAX_VALUE, kinds, most);
    }

    @Override
    public FactPage between(long position, long end, Set<Class<? extends Fact>> kinds, int most) {
        beforeRead.run();
        long head = Math.min(facts.size(), end);
        List<StoredFact> found = facts.stream()
                .filter(fact -> fact.position() > position && fact.position() <= head)
                .filter(fact -> kinds.stream().anyMatch(kind -> kind.isInstance(fact.fact())))
                .limit(most)
                .toList();
        long upTo = found.size() < most ? head : found.getLast().position();
        return new FactPage(found, Math.max(upTo, position));
    }

    @Override
    public long count(long upTo, Set<Class<? extends Fact>> kinds) {
        return between(0, upTo, kinds, Integer.MAX_VALUE).facts().size();
    }
}
