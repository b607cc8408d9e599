package com.emlyon.platform.eventstore.personal;

/**
 * Thrown when this node cannot decrypt personal data at the moment, although the key of the person was not destroyed:
 * the node lacks the master key that wraps it. The account exists, and must not be shown as deleted.
 */
public class KeyUnavailable extends RuntimeException {

    /** Creates the exception with a reason for operators. */
    public KeyUnavailable(String reason) {
        super(reason);
    }

    /** Creates the exception with a reason for operators and its cause. */
    public KeyUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
