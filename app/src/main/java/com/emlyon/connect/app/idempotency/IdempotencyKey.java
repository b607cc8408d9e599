package com.emlyon.connect.app.idempotency;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of the header {@code Idempotency-Key}. */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final int MOST_CHARACTERS = 255;

    /** A string of structured fields (RFC 9651, section 3.3.3), with parameters that are ignored. */
    private static final Pattern STRING =
            Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*+)\"(?:; *[a-z*][a-z0-9_.*=\"?:/+-]*+)*+");

    /** What most clients send: a token without quotes. */
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~:/=-]++");

    /** Reads the lines of the header; empty when they are not exactly one valid key. */
    static Optional<IdempotencyKey> read(List<String> lines) {
        if (lines.size() != 1) {
            return Optional.empty();
        }
        String line = lines.getFirst().strip();
        Matcher string = STRING.matcher(line);
        String value = string.matches() ? string.group(1).replaceAll("\\\\(.)", "$1") : line;
        boolean valid = (string.matches() || BARE.matcher(line).matches())
                && !value.isEmpty()
                && value.length() <= MOST_CHARACTERS;
        return valid ? Optional.of(new IdempotencyKey(value)) : Optional.empty();
    }
}
