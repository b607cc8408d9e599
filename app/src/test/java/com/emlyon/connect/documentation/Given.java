package com.emlyon.connect.documentation;

import com.emlyon.connect.contract.Answer;

/** An answer that the running service has given on a route. */
record Given(Route route, Answer answer) {

    @Override
    public String toString() {
        return "%s: %d %s".formatted(route, answer.status(), answer.text());
    }
}
