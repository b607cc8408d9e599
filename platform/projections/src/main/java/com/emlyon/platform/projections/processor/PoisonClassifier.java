package com.emlyon.platform.projections.processor;

import com.emlyon.platform.eventstore.append.AppendConflict;
import com.emlyon.platform.eventstore.append.WriteNotStored;
import com.emlyon.platform.eventstore.append.WriteOutcomeUnknown;
import com.emlyon.platform.eventstore.history.FactOfNewerCode;
import com.emlyon.platform.eventstore.personal.KeyUnavailable;
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
                .orElseGet(() -> switch (failure) {
                    case DataAccessException unavailable -> false;
                    case TransactionException unavailable -> false;
                    case FactOfNewerCode newer -> false;
                    // A reaction has sent a command, which was not stored at that moment.
                    case WriteNotStored later -> false;
                    case WriteOutcomeUnknown later -> false;
                    case AppendConflict later -> false;
                    case KeyUnavailable later -> false;
                    default -> true;
                });
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
