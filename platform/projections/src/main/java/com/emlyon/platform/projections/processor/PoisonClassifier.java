package com.emlyon.platform.projections.processor;

import com.emlyon.platform.eventstore.history.FactOfNewerCode;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Distinguishes a fact that cannot be applied from a database that does not work. */
final class PoisonClassifier {

    /**
     * The classes of SQLSTATE with which PostgreSQL refuses a row because of its values: data exceptions, violated
     * constraints, WITH CHECK OPTION, and values too large for an index.
     */
    private static final Set<String> REFUSED_ROWS = Set.of("22", "23", "44", "54");

    private PoisonClassifier() {}

    /**
     * Whether a retry would fail again because of the fact itself: the code cannot deserialize it, or its rows violate
     * a rule of the table. Other database failures concern all facts, and are temporary. A fact written by newer code
     * is no poison either: newer code can read it.
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

    /** The failure that the database has reported; empty when the cause is another one. */
    static Optional<SQLException> sqlFailure(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
