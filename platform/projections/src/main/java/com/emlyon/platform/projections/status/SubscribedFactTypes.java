package com.emlyon.platform.projections.status;

import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.reaction.Reaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;

/** Which types of fact each projection and each reaction handles; they skip all others. */
public final class SubscribedFactTypes {

    private final Map<String, Set<String>> facts = new TreeMap<>();

    SubscribedFactTypes(List<Projection> projections, ObjectProvider<Reaction> reactions, StoredTypes types) {
        projections.forEach(projection -> facts.put(projection.name(), types.namesOf(projection.facts())));
        reactions.forEach(reaction -> facts.put(reaction.name(), types.namesOf(reaction.facts())));
    }

    /** The names of the handled types of fact, by the name of the projection or reaction. */
    public Map<String, Set<String>> factsByProcessor() {
        return facts;
    }
}
