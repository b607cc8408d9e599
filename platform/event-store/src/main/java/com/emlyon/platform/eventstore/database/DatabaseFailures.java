package com.emlyon.platform.eventstore.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

/** Distinguishes temporary failures of the database from bugs of the service. */
public final class DatabaseFailures {

    /** Classes of SQLSTATE: the connection failed; the server lacks resources; an operator intervened; the system failed. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /**
     * Single states besides: the database accepts no connections at present (some commands that this service never
     * sends have the same state); the server is now a standby, because another server has become the primary; a lock
     * was not available in time.
     */
    private static final Set<String> STATES = Set.of("55000", "25006", "55P03");

    /** The message, without a state, with which the pool reports a connection that broke while it was used. */
    private static final String CLOSED = "Connection is closed";

    private DatabaseFailures() {}

    /**
     * Whether the failure, or one of its causes, says that the database could not be reached, or could not execute the
     * statement at that time.
     */
    public static boolean isTemporary(Throwable failure) {
        return Causes.of(failure).anyMatch(DatabaseFailures::saysSo);
    }

    private static boolean saysSo(Throwable failure) {
        return switch (failure) {
            case SQLTransientConnectionException noConnection -> true;
            case SQLException refused when refused.getSQLState() == null -> CLOSED.equals(refused.getMessage());
            case SQLException refused -> isTemporary(refused.getSQLState());
            case DataAccessResourceFailureException unreachable -> true;
            case QueryTimeoutException late -> true;
            default -> false;
        };
    }

    private static boolean isTemporary(@Nullable String state) {
        return state != null
                && (STATES.contains(state) || state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
