package com.emlyon.connect.app.startup;

import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The reason why the operator's own database cannot be connected to, as a sentence for the operator that contains no
 * secret.
 */
record DatabaseFailure(DatabaseAddress address, SQLException failure) {

    private static final String UNDEFINED_DATABASE = "3D000";
    private static final String WRONG_PASSWORD = "28P01";
    private static final String ROLE_REFUSED = "28000";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String PROTOCOL_VIOLATION = "08P01";
    private static final String STARTING_OR_STOPPING = "57P0";
    private static final String CONNECTION = "08";

    /** Whether the failure may be temporary: the server or its network is not available yet, or is busy. */
    boolean mayPass() {
        String state = state();
        return state.equals(TOO_MANY_CONNECTIONS)
                || state.startsWith(STARTING_OR_STOPPING)
                || state.startsWith(CONNECTION) && !state.equals(PROTOCOL_VIOLATION) && isOfTheNetwork();
    }

    /** The driver reports wrong parameters with the same SQLSTATE. */
    private boolean isOfTheNetwork() {
        return failure.getCause() instanceof IOException || reason().contains("timed out");
    }

    /** The reason, without the name of the variable. */
    String reason() {
        return switch (failure.getCause()) {
            case UnknownHostException unknown -> "unknown host " + unknown.getMessage();
            case null -> firstLine();
            case Throwable cause -> Objects.requireNonNullElse(cause.getMessage(), firstLine());
        };
    }

    String sentence() {
        return "DATABASE_URL: "
                + switch (state()) {
                    case WRONG_PASSWORD ->
                        "the PostgreSQL at %s refuses the password of the role \"%s\"."
                                .formatted(address.server(), address.role());
                    case ROLE_REFUSED ->
                        "the PostgreSQL at %s does not let the role \"%s\" in (%s)."
                                .formatted(address.server(), address.role(), reason());
                    case UNDEFINED_DATABASE ->
                        "the PostgreSQL at %s has no database \"%s\"; create it with CREATE DATABASE, or name another one."
                                .formatted(address.server(), address.database());
                    case PROTOCOL_VIOLATION ->
                        "what answers at %s is not PostgreSQL (%s).".formatted(address.server(), reason());
                    default ->
                        mayPass()
                                ? "no PostgreSQL can be reached at %s (%s).".formatted(address.server(), reason())
                                : "%s cannot be used (%s).".formatted(address, reason());
                };
    }

    private String state() {
        return Objects.requireNonNullElse(failure.getSQLState(), "");
    }

    private String firstLine() {
        return Objects.requireNonNullElse(failure.getMessage(), state())
                .lines()
                .findFirst()
                .orElse(state())
                .replaceFirst("^FATAL: ", "");
    }
}
