package com.emlyon.connect.architecture.violations.app;

import org.springframework.beans.factory.annotation.Autowired;

/** Filled from outside, past its constructor. */
final class Injected {

    @Autowired
    private Entrance field;

    @Autowired
    void setter(Entrance entrance) {
        field = entrance;
    }

    Entrance entrance() {
        return field;
    }
}
