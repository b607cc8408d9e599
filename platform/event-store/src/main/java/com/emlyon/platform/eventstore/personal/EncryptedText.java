package com.emlyon.platform.eventstore.personal;

/** A value with personal data in the form in which facts and rows store it. */
sealed interface EncryptedText {

    /** The prefix of encrypted values: {@code encrypted:<person>:<Base64>}. */
    String SEALED = "sealed:";

    /** The prefix of values in clear, from facts stored before the introduction of keys: {@code plain:<JSON>}. */
    String PLAIN = "plain:";

    /** Parses the stored form of a value. */
    static EncryptedText parse(String text) {
        if (text.startsWith(SEALED)) {
            int colon = text.indexOf(':', SEALED.length());
            if (colon > 0) {
                String person = text.substring(SEALED.length(), colon);
                return new Encrypted(person, text.substring(colon + 1));
            }
        }
        return text.startsWith(PLAIN) ? new Plain(text.substring(PLAIN.length())) : new Bare(text);
    }

    /** A encrypted value, which can only be decrypted with the key of the person. */
    record Encrypted(String person, String content) implements EncryptedText {

        @Override
        public String toString() {
            return SEALED + person + ":" + content;
        }
    }

    /** JSON that was never encrypted. */
    record Plain(String json) implements EncryptedText {}

    /**
     * A text without prefix: from tables from before the introduction of keys, or the address of an uploaded picture,
     * which this service has named.
     */
    record Bare(String text) implements EncryptedText {}
}
