package com.emlyon.platform.eventstore.personal;

/**
 * A component of a fact with personal data: wherever it is stored, it becomes unreadable when the person is erased.
 * Reading it requires a {@link PersonalDataReader}; {@code toString} of both forms does not reveal the value.
 *
 * @param <T> the type of the value: a text, or a record that Jackson can write
 */
public sealed interface Personal<T> {

    /** A value in clear, which is encrypted when it is stored. */
    static <T> Personal<T> of(PersonId person, T value) {
        return new Clear<>(person, value);
    }

    /** A value in its stored form. */
    static <T> Personal<T> encrypted(String text) {
        return new Encrypted<>(text);
    }

    /**
     * The stored form, which can be copied from a fact into a view without decrypting it.
     *
     * @throws IllegalStateException when it has not been stored yet
     */
    String asEncrypted();

    /**
     * A value in clear, as a command contains it.
     *
     * @param person the person whom the value is about
     */
    record Clear<T>(PersonId person, T value) implements Personal<T> {

        @Override
        public String asEncrypted() {
            throw new IllegalStateException("It is sealed only when it is stored");
        }

        @Override
        public String toString() {
            return "something about " + person.value();
        }
    }

    /**
     * A value encrypted for a {@link PersonalDataReader}.
     *
     * @param text contains the id of the person, and nothing else about them in clear
     */
    record Encrypted<T>(String text) implements Personal<T> {

        @Override
        public String asEncrypted() {
            return text;
        }

        @Override
        public String toString() {
            return "something sealed";
        }
    }
}
