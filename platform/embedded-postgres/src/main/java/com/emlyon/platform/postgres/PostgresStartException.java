package com.emlyon.platform.postgres;

/**
 * Thrown when the built-in PostgreSQL cannot start. The message is one sentence that tells the operator what to change,
 * without any secret.
 */
public final class PostgresStartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PostgresStartException(String sentence) {
        super(sentence);
    }

    PostgresStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
