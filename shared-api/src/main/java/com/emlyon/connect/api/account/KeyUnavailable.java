package com.emlyon.connect.api.account;

/**
 * What was said about a person cannot be opened by this node at the moment, although the key of the person was not destroyed:
 * the node lacks what the key is wrapped with. The person lives, and must not be shown as gone.
 */
public class KeyUnavailable extends RuntimeException {

    /** For a reason that is for operators. */
    public KeyUnavailable(String reason) {
        super(reason);
    }

    /** For a failure whose message is for operators. */
    public KeyUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
