package com.emlyon.platform.eventstore.fact;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The current revision of each stored type, and the conversion of older ones to it. */
public final class Revisions {

    private final Map<String, String> current;
    private final Steps steps;

    /**
     * Throws when no steps lead to the current revision of a fact, or when there are steps for an unknown fact; this
     * prevents the start.
     */
    public Revisions(StoredTypes types, Steps steps) {
        this.current = types.revisions();
        this.steps = steps;
        Set<String> facts = types.namesOf(Fact.class::isAssignableFrom);
        facts.forEach(this::refuseUnlessStepsLeadTo);
        refuseUnlessAllKnown(steps.types(), facts);
    }

    private void refuseUnlessStepsLeadTo(String type) {
        if (!String.valueOf(steps.newest(type)).equals(currentOf(type))) {
            throw new IllegalStateException("%s is stored in revision %s, but the steps from older ones lead to %d"
                    .formatted(type, currentOf(type), steps.newest(type)));
        }
    }

    private static void refuseUnlessAllKnown(Set<String> stepped, Set<String> facts) {
        if (!facts.containsAll(stepped)) {
            throw new IllegalStateException("There are steps of %s, but the facts are %s".formatted(stepped, facts));
        }
    }

    /** The current revision of a known type. */
    public String currentOf(String type) {
        String revision = current.get(type);
        if (revision == null) {
            throw new IllegalArgumentException("Nothing is stored as " + type);
        }
        return revision;
    }

    /**
     * Whether the revision is the current one. Throws {@link UnreadableFact} when the type is unknown or no steps lead
     * from the revision to the current one.
     */
    public boolean isCurrent(String type, String revision) {
        String known = current.get(type);
        if (revision.equals(known)) {
            return true;
        }
        if (known == null) {
            throw UnreadableFact.newer(type, revision, "nothing of that name is known here");
        }
        if (!isOlder(type, revision)) {
            throw UnreadableFact.newer(type, revision, "revision %s is the newest known here".formatted(known));
        }
        return false;
    }

    private boolean isOlder(String type, String revision) {
        return revision.matches("[1-9][0-9]{0,8}") && Integer.parseInt(revision) < steps.newest(type);
    }

    /** Converts a fact of an older revision with its steps, which modify the given tree. */
    public ObjectNode toCurrent(String type, String revision, JsonNode fact) {
        try {
            return steps.toNewest(type, Integer.parseInt(revision), (ObjectNode) fact);
        } catch (RuntimeException unforeseen) {
            throw UnreadableFact.broken(type, revision, "it is not what its steps expect", unforeseen);
        }
    }
}
