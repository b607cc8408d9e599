package com.emlyon.platform.eventstore.append;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Translates a database failure for a write whose transaction was not committed. */
final class WriteFailures {

    /** A unique violation, and a deadlock with other transactional writes. */
    private static final Set<String> CONFLICTS = Set.of("23505", "40P01");

    /** A lock that was not granted in time, and a database that does not accept writes at the moment. */
    private static final Set<String> UNAVAILABLE = Set.of("55P03", "25006");

    /** Classes of SQLSTATE: lost connections, no resources, operator intervention, errors of the system. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57", "58");

    private WriteFailures() {}

    static RuntimeException of(SQLException failure) {
        if (failure instanceof TransactionalWriteRefused) {
            return new WriteNotStored("What belongs to the facts cannot be written", failure);
        }
        if (CONFLICTS.contains(stateOf(failure))) {
            return new AppendConflict("Another command was faster", failure);
        }
        return isOfTheDatabase(failure)
                ? new WriteNotStored("The database did not take the facts", failure)
                : new AppendFailed("The facts could not be appended", failure);
    }

    /** Whether the database does not work at the moment, independently of the data that is written. */
    static boolean isOfTheDatabase(SQLException failure) {
        String state = stateOf(failure);
        return failure instanceof SQLTransientConnectionException
                || UNAVAILABLE.contains(state)
                || UNAVAILABLE_CLASSES.stream().anyMatch(state::startsWith);
    }

    private static String stateOf(SQLException failure) {
        return String.valueOf(failure.getSQLState());
    }
}
