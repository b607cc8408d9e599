package com.emlyon.connect.app.web;

import java.util.List;

/** Thrown when fields of a body are not right; carries one text a field, in the order of the fields. */
public final class InvalidFields extends RuntimeException {

    /** Carries the texts, already in the language of the request. */
    public InvalidFields(List<String> texts) {
        super(String.join(", ", texts), null, false, false);
    }

    /** All texts in one line, as the contract joins them. */
    String text() {
        return String.valueOf(getMessage());
    }
}
