package com.emlyon.connect.app.fields;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of the body of a request that was read for its fields: requests with the same body have the same digest.
 */
public final class BodyDigest {

    private static final String ATTRIBUTE = BodyDigest.class.getName();
    private static final String HEADER = "Idempotency-Key";
    private static final byte[] NOTHING = new byte[0];

    private BodyDigest() {}

    /** The digest of the body; that of an empty body when there is none, or when no route reads it. */
    public static byte[] of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof byte[] digest
                ? digest
                : newDigest().digest(NOTHING);
    }

    /** A new digest, for a route that reads its body itself. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Stores the digest of the bytes that were read, if the request has an idempotency key, which needs it. */
    static void keep(HttpServletRequest request, byte[] body) {
        if (request.getHeader(HEADER) != null) {
            request.setAttribute(ATTRIBUTE, newDigest().digest(body));
        }
    }
}
