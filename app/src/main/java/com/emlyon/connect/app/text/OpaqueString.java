package com.emlyon.connect.app.text;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;

/**
 * The form in which passwords are hashed: the mapping of the profile OpaqueString (RFC 8265, section 4.2), so that a
 * password is the same from each keyboard. Blanks beyond ASCII become the ASCII blank, and characters are composed
 * (NFC). Unlike in that profile, no character is refused, because existing passwords contain emoji and other characters
 * that it refuses.
 */
public final class OpaqueString {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final UnicodeSet BLANKS = new UnicodeSet("[:Zs:]").freeze();

    private OpaqueString() {}

    /** The password in the form that is hashed. */
    public static String of(String password) {
        StringBuilder mapped = new StringBuilder(password.length());
        password.codePoints()
                .map(character -> BLANKS.contains(character) ? ' ' : character)
                .forEach(mapped::appendCodePoint);
        return NFC.normalize(mapped);
    }
}
