package com.emlyon.platform.eventstore.personal;

/** Thrown when a key in the database was wrapped by a master key that this node does not know. */
public final class UnknownMasterKey extends KeyUnavailable {

    private static final long serialVersionUID = 1;

    UnknownMasterKey(String sentence) {
        super(sentence);
    }
}
