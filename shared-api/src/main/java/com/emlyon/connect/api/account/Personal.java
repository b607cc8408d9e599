package com.emlyon.connect.api.account;

/**
 * Something that is said about a person, as a component of a fact: it becomes unreadable with the account, wherever it was
 * kept. Whoever reads it needs a {@link Vault}; neither form shows by itself what is said.
 *
 * @param <T> what is said: a text, or a record that Jackson can write
 */
public sealed interface Personal<T> {

    /** Something that is said just now, and is sealed when it is stored. */
    static <T> Personal<T> of(AccountId person, T value) {
        return new Clear<>(person, value);
    }

    /** Something as it is kept. */
    static <T> Personal<T> kept(String text) {
        return new Kept<>(text);
    }

    /**
     * As it is kept, which can be copied from a fact into a view unread.
     *
     * @throws IllegalStateException when it has not been stored yet
     */
    String asKept();

    /**
     * In clear, as a command says it.
     *
     * @param person about whom
     */
    record Clear<T>(AccountId person, T value) implements Personal<T> {

        @Override
        public String asKept() {
            throw new IllegalStateException("It is sealed only when it is stored");
        }

        @Override
        public String toString() {
            return "something about " + person;
        }
    }

    /**
     * Sealed, by a {@link Vault} that understands the text.
     *
     * @param text names the person, and nothing else of them
     */
    record Kept<T>(String text) implements Personal<T> {

        @Override
        public String asKept() {
            return text;
        }

        @Override
        public String toString() {
            return "something sealed";
        }
    }
}
