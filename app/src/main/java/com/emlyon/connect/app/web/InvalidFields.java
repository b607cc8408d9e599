package com.emlyon.connect.app.web;

import java.util.List;

/** Thrown when fields of a body are not valid; carries one text for each field, in the order of the fields. */
public final class InvalidFields extends RuntimeException {

    /** Creates the exception with texts in the language of the request. */
    public InvalidFields(List<String> texts) {
        super(String.join(", ", texts), null, false, false);
    }

    /** All texts in one line, separated as in the contract. */
    String text() {
        return String.valueOf(getMessage());
    }
}
