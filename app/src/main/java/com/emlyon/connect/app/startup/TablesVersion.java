package com.emlyon.connect.app.startup;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** Whether the tables of a database can be brought to the version of this code. */
public final class TablesVersion {

    private TablesVersion() {}

    /** Why they cannot, as a sentence; empty when they can, or are there already. */
    static Optional<String> problem(Flyway flyway) {
        MigrationInfoService migrations = flyway.info();
        Optional<MigrationInfo> future = Arrays.stream(migrations.applied())
                .filter(migration -> migration.getState().name().startsWith("FUTURE"))
                .reduce((former, latter) -> latter);
        if (future.isPresent()) {
            MigrationVersion known = Arrays.stream(migrations.all())
                    .filter(migration -> !migration.getState().name().startsWith("FUTURE"))
                    .map(MigrationInfo::getVersion)
                    .filter(Objects::nonNull)
                    .max(MigrationVersion::compareTo)
                    .orElse(MigrationVersion.EMPTY);
            return Optional.of(tooNew(String.valueOf(future.get().getVersion()), String.valueOf(known)));
        }
        return Arrays.stream(migrations.all())
                .filter(migration -> migration.getState().isApplied() && !migration.isChecksumMatching())
                .findFirst()
                .map(migration ->
                        ("DATABASE_URL: migration %s has run on the database in another form than this program has it;"
                                        + " start the program that it was made with.")
                                .formatted(migration.getVersion()));
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
