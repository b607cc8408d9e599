package com.emlyon.platform.projections.processor;

import com.emlyon.platform.eventstore.history.BrokenFact;
import com.emlyon.platform.projections.projection.Projection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The reason why a fact could not be applied, without any content of the fact. Messages of libraries and of PostgreSQL
 * are not used, because they quote values, which may be personal.
 */
final class Reason {

    private Reason() {}

    /** The reason of a failure; if it is one of code, with the place in the package of the projection. */
    static String of(RuntimeException failure, Projection projection) {
        return switch (failure) {
            case BrokenFact broken -> String.valueOf(broken.getMessage());
            case RuntimeException other ->
                PoisonClassifier.sqlFailure(other).map(Reason::ofDatabase).orElseGet(() -> ofCode(other, projection));
        };
    }

    private static String ofDatabase(SQLException refused) {
        String names = refused instanceof PSQLException server && server.getServerErrorMessage() != null
                ? names(server.getServerErrorMessage())
                : "";
        return "The database refuses the row with SQLSTATE %s%s".formatted(refused.getSQLState(), names);
    }

    private static String names(ServerErrorMessage message) {
        return named("table", message.getTable())
                + named("column", message.getColumn())
                + named("constraint", message.getConstraint());
    }

    private static String named(String what, @Nullable String name) {
        return name == null ? "" : ", %s %s".formatted(what, name);
    }

    private static String ofCode(RuntimeException failure, Projection projection) {
        String code = projection.getClass().getPackageName() + '.';
        String where = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(code))
                .findFirst()
                .map(frame ->
                        " at %s(%s:%d)".formatted(frame.getMethodName(), frame.getFileName(), frame.getLineNumber()))
                .orElse("");
        return failure.getClass().getName() + where;
    }
}
