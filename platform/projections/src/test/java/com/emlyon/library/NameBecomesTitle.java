package com.emlyon.library;

import com.emlyon.platform.eventstore.fact.Step;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** A book has a title from revision 2 on. */
@Component
class NameBecomesTitle implements Step {

    @Override
    public String type() {
        return "BookAdded";
    }

    @Override
    public int from() {
        return 1;
    }

    @Override
    public ObjectNode next(ObjectNode fact) {
        fact.set("title", fact.required("name"));
        fact.remove("name");
        return fact;
    }
}
