package com.emlyon.platform.eventstore.personal;

/** Thrown at the start when this node must not work with its master key. The message tells the operator what to change. */
public final class MasterKeyRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param sentence the message for the operator, without any secret */
    MasterKeyRefused(String sentence) {
        super(sentence);
    }
}
