package com.emlyon.platform.projections.processor;

import com.emlyon.platform.eventstore.history.BrokenFact;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The reason why a fact could not be applied, without any content of the fact. Messages of libraries and of PostgreSQL
 * are not used, because they quote values, which may be a student's name or whereabouts.
 */
final class Reason {

    private static final String OUR_CODE = "com.emlyon.connect.";

    private Reason() {}

    static String of(RuntimeException failure) {
        return switch (failure) {
            case BrokenFact broken -> String.valueOf(broken.getMessage());
            case RuntimeException other ->
                PoisonClassifier.sqlFailure(other).map(Reason::ofDatabase).orElseGet(() -> ofCode(other));
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

    private static String ofCode(RuntimeException failure) {
        String where = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OUR_CODE))
                .findFirst()
                .map(frame ->
                        " at %s(%s:%d)".formatted(frame.getMethodName(), frame.getFileName(), frame.getLineNumber()))
                .orElse("");
        return failure.getClass().getName() + where;
    }
}
