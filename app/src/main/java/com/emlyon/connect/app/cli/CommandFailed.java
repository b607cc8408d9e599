package com.emlyon.connect.app.cli;

/** What was asked for is not done; says why in a sentence for operators, with which the command ends. */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailed(String sentence) {
        super(sentence);
    }

    CommandFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
