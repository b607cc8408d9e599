package com.emlyon.connect.app.security;

import java.util.Base64;

/**
 * The one spelling that a token has: base64url without padding, line breaks or other characters (RFC 7515, section 2), and with
 * unused bits that are zero (RFC 4648, section 3.5). The token library skips characters that it does not know and what follows the
 * last whole byte, so that one signature would have any number of spellings.
 */
final class CanonicalBase64 {

    private CanonicalBase64() {}

    /** Whether each part of the token, between dots, is spelt that way. */
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
