package com.emlyon.platform.eventstore.personal;

/**
 * A component of a fact with personal data: wherever it is stored, it becomes unreadable when the person is erased.
 * Reading it requires a {@link Vault}; {@code toString} of both forms does not reveal the value.
 *
 * @param <T> the type of the value: a text, or a record that Jackson can write
 */
public sealed interface Personal<T> {

    /** A value in clear, which is sealed when it is stored. */
    static <T> Personal<T> of(PersonId person, T value) {
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
    record Clear<T>(PersonId person, T value) implements Personal<T> {

        @Override
        public String asKept() {
            throw new IllegalStateException("It is sealed only when it is stored");
        }

        @Override
        public String toString() {
            return "something about " + person.value();
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
