package com.emlyon.connect.app.startup;

import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks whether the service can work with a database that accepts connections. */
final class DatabaseExamination {

    private static final SqlFile EXAMINE = SqlFile.beside(DatabaseExamination.class, "examine-database.sql");
    private static final int OLDEST_VERSION = 15;
    private static final int NUMBERS_PER_VERSION = 10_000;

    private DatabaseExamination() {}

    /** The problems of the database, one sentence each; empty when there are none. */
    static List<String> problems(DatabaseAddress address, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SHOW server_version_num")) {
            version.next();
            Optional<String> tooOld = tooOld(address, version.getInt(1));
            if (tooOld.isPresent()) {
                return List.of(tooOld.get());
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(EXAMINE.statement())) {
            row.next();
            return problems(address, row);
        }
    }

    /** Checked first: the statement for the other checks uses functions that an older server may lack. */
    static Optional<String> tooOld(DatabaseAddress address, int versionNumber) {
        int version = versionNumber / NUMBERS_PER_VERSION;
        return version < OLDEST_VERSION
                ? Optional.of("DATABASE_URL: the server at %s is PostgreSQL %d, and %d or newer is needed."
                        .formatted(address.server(), version, OLDEST_VERSION))
                : Optional.empty();
    }

    private static List<String> problems(DatabaseAddress address, ResultSet row) throws SQLException {
        List<String> problems = new ArrayList<>();
        if (row.getBoolean("reads_only")) {
            problems.add("DATABASE_URL: %s only reads (a standby, or default_transaction_read_only); name the primary."
                    .formatted(address));
        }
        if (!row.getString("encoding").equals("UTF8")) {
            problems.add("DATABASE_URL: %s has the encoding %s; create one with ENCODING 'UTF8'."
                    .formatted(address, row.getString("encoding")));
        }
        if (!row.getBoolean("may_create_schemas")) {
            problems.add(missing(
                    address,
                    row,
                    "create schemas",
                    "GRANT CREATE ON DATABASE \"%s\" TO \"%s\"".formatted(address.database(), row.getString("role"))));
        }
        if (!row.getBoolean("may_create_tables")) {
            problems.add(missing(
                    address,
                    row,
                    "create tables in its schema %s".formatted(row.getString("schema")),
                    "GRANT CREATE ON SCHEMA %s TO \"%s\"".formatted(row.getString("schema"), row.getString("role"))));
        }
        if (!row.getBoolean("owns_tables")) {
            problems.add(missing(
                    address,
                    row,
                    "change the tables that are there, which belong to \"%s\"".formatted(row.getString("owner")),
                    "connect as that role"));
        }
        return problems;
    }

    private static String missing(DatabaseAddress address, ResultSet row, String right, String remedy)
            throws SQLException {
        return "DATABASE_URL: the role \"%s\" may not %s in %s; %s."
                .formatted(row.getString("role"), right, address, remedy);
    }
}
