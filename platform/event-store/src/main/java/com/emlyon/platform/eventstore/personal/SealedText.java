package com.emlyon.platform.eventstore.personal;

/** A value with personal data in the form in which facts and rows store it. */
sealed interface SealedText {

    /** The prefix of sealed values: {@code sealed:<person>:<Base64>}. */
    String SEALED = "sealed:";

    /** The prefix of values in clear, from facts stored before the introduction of keys: {@code plain:<JSON>}. */
    String PLAIN = "plain:";

    /** Parses the stored form of a value. */
    static SealedText parse(String text) {
        if (text.startsWith(SEALED)) {
            int colon = text.indexOf(':', SEALED.length());
            if (colon > 0) {
                String person = text.substring(SEALED.length(), colon);
                return new Sealed(person, text.substring(colon + 1));
            }
        }
        return text.startsWith(PLAIN) ? new Plain(text.substring(PLAIN.length())) : new Bare(text);
    }

    /** A sealed value, which can only be decrypted with the key of the person. */
    record Sealed(String person, String content) implements SealedText {

        @Override
        public String toString() {
            return SEALED + person + ":" + content;
        }
    }

    /** JSON that was never sealed. */
    record Plain(String json) implements SealedText {}

    /**
     * A text without prefix: from tables from before the introduction of keys, or the address of an uploaded picture,
     * which this service has named.
     */
    record Bare(String text) implements SealedText {}
}
