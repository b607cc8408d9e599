package com.emlyon.connect.app.version;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** From revision 3 on a check-in keeps sealed, and together, where it is; what older ones say plainly is marked as that. */
@Component
class WhereaboutsAreSealed implements Step {

    @Override
    public String type() {
        return "CheckedIn";
    }

    @Override
    public int from() {
        return 2;
    }

    @Override
    public ObjectNode next(ObjectNode fact) {
        ObjectNode whereabouts = fact.objectNode();
        for (String component : List.of("place", "latitude", "longitude", "emoji")) {
            whereabouts.set(component, fact.required(component));
            fact.remove(component);
        }
        return fact.put("whereabouts", "plain:" + whereabouts);
    }
}
