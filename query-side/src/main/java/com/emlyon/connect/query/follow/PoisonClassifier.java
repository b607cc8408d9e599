package com.emlyon.connect.query.follow;

import com.emlyon.connect.query.history.FactOfNewerCode;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a fact that cannot be applied from a database that cannot be worked with. */
final class PoisonClassifier {

    /**
     * The classes of SQLSTATE with which PostgreSQL refuses a row for what stands in it: data exceptions, broken
     * constraints, WITH CHECK OPTION, and values too large for an index.
     */
    private static final Set<String> REFUSED_ROWS = Set.of("22", "23", "44", "54");

    private PoisonClassifier() {}

    /**
     * Whether trying again would fail again because of the fact itself: the code does not understand it, or its rows break
     * a rule of the table. Everything else that a database says concerns all facts, and passes; and newer code can read what it
     * has written.
     */
    static boolean is(RuntimeException failure) {
        return sqlFailure(failure)
                .map(refused -> isRefusedRow(refused.getSQLState()))
                .orElseGet(() -> !(failure instanceof DataAccessException
                        || failure instanceof TransactionException
                        || failure instanceof FactOfNewerCode));
    }

    private static boolean isRefusedRow(@Nullable String state) {
        return state != null && state.length() == 5 && REFUSED_ROWS.contains(state.substring(0, 2));
    }

    /** What the database said, if it was the database. */
    static Optional<SQLException> sqlFailure(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
