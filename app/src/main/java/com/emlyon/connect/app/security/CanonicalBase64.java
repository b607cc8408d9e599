package com.emlyon.connect.app.security;

import java.util.Base64;

/**
 * Checks that a token has its one canonical spelling: base64url without padding, line breaks or other characters (RFC
 * 7515, section 2), and with unused bits that are zero (RFC 4648, section 3.5). The token library ignores unknown
 * characters, and what follows the last whole byte, so that it would accept any number of spellings of the same
 * signature.
 */
final class CanonicalBase64 {

    private CanonicalBase64() {}

    /** Whether each part of the token, between dots, is canonical. */
    static boolean isInEveryPartOf(String token) {
        for (String part : token.split("\\.", -1)) {
            if (!isCanonical(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCanonical(String part) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Base64.getUrlDecoder().decode(part))
                    .equals(part);
        } catch (IllegalArgumentException otherCharacters) {
            return false;
        }
    }
}
