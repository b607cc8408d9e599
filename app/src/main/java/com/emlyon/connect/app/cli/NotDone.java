package com.emlyon.connect.app.cli;

/** What was asked for is not done; says why in a sentence for operators, with which the command ends. */
final class NotDone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDone(String sentence) {
        super(sentence);
    }

    NotDone(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
