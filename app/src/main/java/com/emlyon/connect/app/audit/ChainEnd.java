package com.emlyon.connect.app.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry and its hash, which depends on all entries up to it. If it was written down elsewhere, a change of any of
 * these entries is detected, even when all later hashes were computed anew.
 *
 * @param hash in hexadecimal digits
 */
public record ChainEnd(long number, String hash) {

    /** The end of an empty chain, before the first entry. */
    static final ChainEnd OF_NOTHING = new ChainEnd(0, "");

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    /** Parses the form that {@link #toString} writes; empty when the text has another form. */
    public static Optional<ChainEnd> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new ChainEnd(Long.parseLong(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
