package com.emlyon.platform.eventstore.fact;

import tools.jackson.databind.node.ObjectNode;

/**
 * Converts one revision of a fact into the next one. A step is a pure function of the stored JSON: it is written once,
 * when the form changes, and never changed again, so it uses no constants and no classes that may change later.
 */
public interface Step {

    /** The name of the fact in the store. */
    String type();

    /** The revision that is converted to the next one. */
    int from();

    /** The fact in the next revision; may be the given tree, modified. */
    ObjectNode next(ObjectNode fact);
}
