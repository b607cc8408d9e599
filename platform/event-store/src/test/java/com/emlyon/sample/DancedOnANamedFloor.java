package com.emlyon.sample;

import com.emlyon.platform.eventstore.fact.Step;
import tools.jackson.databind.node.ObjectNode;

/** The floor has a name from revision 3 on. */
public final class DancedOnANamedFloor implements Step {

    @Override
    public String type() {
        return "Danced";
    }

    @Override
    public int from() {
        return 2;
    }

    @Override
    public ObjectNode next(ObjectNode fact) {
        return fact.put("floor", fact.required("floor").intValue() == 0 ? "ground floor" : "upstairs");
    }
}
