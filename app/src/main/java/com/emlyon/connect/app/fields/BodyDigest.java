package com.emlyon.connect.app.fields;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of the body of a request, as far as it was read for its fields: two requests with the same body have the same. */
public final class BodyDigest {

    private static final String ATTRIBUTE = BodyDigest.class.getName();
    private static final String HEADER = "Idempotency-Key";
    private static final byte[] NOTHING = new byte[0];

    private BodyDigest() {}

    /** The digest; without a body, or with one that no route reads, it is that of an empty one. */
    public static byte[] of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof byte[] digest
                ? digest
                : newDigest().digest(NOTHING);
    }

    /** A digest to be fed by a route that reads its body itself. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Keeps the digest of what was read, if the request has a key for which it is asked. */
    static void keep(HttpServletRequest request, byte[] body) {
        if (request.getHeader(HEADER) != null) {
            request.setAttribute(ATTRIBUTE, newDigest().digest(body));
        }
    }
}
