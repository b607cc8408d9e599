package com.emlyon.connect.app.version;

import com.emlyon.platform.eventstore.fact.Step;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * From revision 2 on a check-in contains the time at which it ends by itself; before, each check-in ended after 24
 * hours.
 */
@Component
class CheckedInSaysUntilWhen implements Step {

    /** The lifetime at that time, whatever the lifetime of a check-in is today. */
    private static final Duration LIFETIME_THEN = Duration.ofHours(24);

    @Override
    public String type() {
        return "CheckedIn";
    }

    @Override
    public int from() {
        return 1;
    }

    @Override
    public ObjectNode next(ObjectNode fact) {
        Instant at = Instant.parse(fact.required("at").stringValue());
        return fact.put("until", at.plus(LIFETIME_THEN).toString());
    }
}
