package com.emlyon.platform.eventstore.fact;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** All steps: for each type of fact a chain from the first revision to the newest, without a gap. */
public final class Steps {

    private final Map<String, List<Step>> chains;

    /** Throws when the steps of a type do not begin at revision 1 or have gaps. */
    public Steps(List<Step> steps) {
        chains = steps.stream().sorted(Comparator.comparingInt(Step::from)).collect(Collectors.groupingBy(Step::type));
        chains.forEach(Steps::refuseGaps);
    }

    private static void refuseGaps(String type, List<Step> chain) {
        for (int i = 0; i < chain.size(); i++) {
            if (chain.get(i).from() != i + 1) {
                throw new IllegalStateException("The steps of %s lead from revisions %s, and not from each one once"
                        .formatted(type, chain.stream().map(Step::from).toList()));
            }
        }
    }

    /** The types that have steps. */
    public Set<String> types() {
        return chains.keySet();
    }

    /** The revision to which the steps of a type lead; 1 when there is none. */
    public int newest(String type) {
        return chainOf(type).size() + 1;
    }

    /** The fact in the newest revision; modifies the given tree, which is of an older one. */
    public ObjectNode toNewest(String type, int revision, ObjectNode fact) {
        ObjectNode current = fact;
        for (Step step : chainOf(type).subList(revision - 1, newest(type) - 1)) {
            current = step.next(current);
        }
        return current;
    }

    private List<Step> chainOf(String type) {
        return chains.getOrDefault(type, List.of());
    }
}
