package com.emlyon.connect.app.version;

import com.emlyon.platform.eventstore.fact.Step;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * From revision 3 on a check-in stores its whereabouts encrypted, in one component; values in clear of older revisions get
 * the prefix {@code plain:}.
 */
@Component
class WhereaboutsAreEncrypted implements Step {

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
