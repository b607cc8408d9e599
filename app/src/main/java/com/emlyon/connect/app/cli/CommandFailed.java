package com.emlyon.connect.app.cli;

/**
 * Thrown when a command cannot do what was asked; its message is a sentence for operators, printed as the command ends.
 */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailed(String sentence) {
        super(sentence);
    }

    CommandFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
