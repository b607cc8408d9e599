package com.emlyon.connect.app.version;

import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of one revision of a fact the next one. A step is a plain function of what is stored: it is written once, when the
 * shape changes, and never again, so it leans on no constant and no class that may change later.
 */
public interface Step {

    /** The name of the fact in the store. */
    String type();

    /** The revision that is taken; the next one is given. */
    int from();

    /** The fact in the next revision; may be the given tree, changed. */
    ObjectNode next(ObjectNode fact);
}
