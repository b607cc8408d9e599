package com.emlyon.connect.api.account;

/**
 * Something that is said about a person, as a component of a fact: it becomes unreadable with the account, wherever it was
 * kept. Whoever reads it needs a {@link Vault}; neither form shows by itself what is said.
 *
 * @param <T> the type of the value: a text, or a record that Jackson can write
 */
public sealed interface Personal<T> {

    /** A value in clear, which is sealed when it is stored. */
    static <T> Personal<T> of(AccountId person, T value) {
        return new Clear<>(person, value);
    }

    /** A value in its stored form. */
    static <T> Personal<T> kept(String text) {
        return new Kept<>(text);
    }

    /**
     * The stored form, which can be copied from a fact into a view without decrypting it.
     *
     * @throws IllegalStateException when it has not been stored yet
     */
    String asKept();

    /**
     * A value in clear, as a command contains it.
     *
     * @param person the person whom the value is about
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
     * A value sealed for a {@link Vault}.
     *
     * @param text contains the id of the person, and nothing else about them in clear
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
