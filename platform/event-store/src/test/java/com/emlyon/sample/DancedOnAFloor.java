package com.emlyon.sample;

import com.emlyon.platform.eventstore.fact.Step;
import tools.jackson.databind.node.ObjectNode;

/** The hall is a place from revision 2 on, and has a floor. */
public final class DancedOnAFloor implements Step {

    @Override
    public String type() {
        return "Danced";
    }

    @Override
    public int from() {
        return 1;
    }

    @Override
    public ObjectNode next(ObjectNode fact) {
        fact.set("place", fact.required("hall"));
        fact.remove("hall");
        return fact.put("floor", 0);
    }
}
