package com.emlyon.connect.app.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry and its hash, which stands for all entries up to it: whoever has written it down elsewhere notices when any of them is
 * changed, however well.
 *
 * @param hash in hexadecimal digits
 */
public record ChainEnd(long number, String hash) {

    /** Before the first entry. */
    static final ChainEnd OF_NOTHING = new ChainEnd(0, "");

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    /** Reads one as it is written; empty when that is none. */
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
