package com.emlyon.connect.app.web;

import java.util.Optional;

/** Parses whole numbers in addresses. */
public final class WholeNumbers {

    private WholeNumbers() {}

    /** The number; empty when the text is not a whole number, or is out of bounds. */
    public static Optional<Long> within(long least, long most, String text) {
        try {
            return Optional.of(Long.parseLong(text)).filter(number -> number >= least && number <= most);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
