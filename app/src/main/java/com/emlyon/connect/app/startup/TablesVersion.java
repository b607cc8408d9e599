package com.emlyon.connect.app.startup;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** Checks whether the tables of a database can be migrated to the version of this code. */
public final class TablesVersion {

    /**
     * The prefix of the description of a migration after which code that does not know it must not work with the
     * tables. After other unknown migrations code continues to work: during a rolling update, a node of the former
     * version must be able to restart after a crash.
     */
    static final String BREAKING = "breaking ";

    private TablesVersion() {}

    /** The reason why the tables cannot be migrated, as a sentence; empty when they can, or need no migration. */
    static Optional<String> problem(Flyway flyway) {
        MigrationInfoService migrations = flyway.info();
        Optional<MigrationInfo> breaking = future(migrations)
                .filter(migration -> migration.getState().isFailed()
                        || migration.getDescription().startsWith(BREAKING))
                .findFirst();
        if (breaking.isPresent()) {
            MigrationVersion known = Arrays.stream(migrations.all())
                    .filter(migration -> !isFuture(migration))
                    .map(MigrationInfo::getVersion)
                    .filter(Objects::nonNull)
                    .max(MigrationVersion::compareTo)
                    .orElse(MigrationVersion.EMPTY);
            return Optional.of(tooNew(String.valueOf(breaking.get().getVersion()), String.valueOf(known)));
        }
        return Arrays.stream(migrations.all())
                .filter(migration -> migration.getState().isApplied() && !migration.isChecksumMatching())
                .findFirst()
                .map(migration ->
                        ("DATABASE_URL: migration %s has run on the database in another form than this program has it;"
                                        + " start the program that it was made with.")
                                .formatted(migration.getVersion()));
    }

    /** The version of the tables when newer code has migrated them beyond the version of this code; otherwise empty. */
    static Optional<String> newerThanKnown(Flyway flyway) {
        return future(flyway.info())
                .map(MigrationInfo::getVersion)
                .reduce((former, latter) -> latter)
                .map(String::valueOf);
    }

    private static Stream<MigrationInfo> future(MigrationInfoService migrations) {
        return Arrays.stream(migrations.applied()).filter(TablesVersion::isFuture);
    }

    private static boolean isFuture(MigrationInfo migration) {
        return migration.getState().name().startsWith("FUTURE");
    }

    static String tooNew(String found, String known) {
        return ("DATABASE_URL: the tables of the database are of version %s, and this program knows only up to %s; start the newer"
                        + " program, or restore a backup from before it.")
                .formatted(found, known);
    }

    static String sentence(FlywayException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = Objects.requireNonNullElse(
                        cause.getMessage(), cause.getClass().getSimpleName())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("no reason is given")
                .strip();
        return "DATABASE_URL: the tables of the database cannot be brought to the version of this program (%s)."
                .formatted(reason);
    }
}
