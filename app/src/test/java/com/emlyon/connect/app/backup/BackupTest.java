package com.emlyon.connect.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Backups that are made while pictures come and go. */
class BackupTest {

    @TempDir
    private Path folder;

    @Test
    void aPictureThatIsReplacedRightAfterTheMomentOfTheBackupIsInIt() throws Exception {
        // given
        Path uploads = Files.createDirectories(folder.resolve("uploads"));
        Path replaced = Files.writeString(uploads.resolve("replaced.png"), "a picture");
        Path archive = folder.resolve("connect.backup");

        // when
        new Backup(new Database(() -> Files.deleteIfExists(replaced)), uploads).to(archive, 1);

        // then
        assertThat(entries(archive)).contains("uploads/replaced.png");
    }

    @Test
    void aPictureThatComesWhileOthersAreCopiedIsInIt() throws Exception {
        // given
        Path uploads = Files.createDirectories(folder.resolve("uploads"));
        Path archive = folder.resolve("connect.backup");

        // when
        new Backup(new Database(() -> Files.writeString(uploads.resolve("new.png"), "a picture")), uploads)
                .to(archive, 1);

        // then
        assertThat(entries(archive)).contains("uploads/new.png");
    }

    private static String entries(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return String.join(" ", zip.stream().map(entry -> entry.getName()).toList());
        }
    }

    /** Changes files at the moment in which the backup sees the database. */
    private static final class Database extends DriverManagerDataSource {

        private final Change change;

        Database(Change change) {
            super(TestPostgres.freshDatabaseUrl());
            this.change = change;
        }

        @Override
        public Connection getConnection() throws SQLException {
            try (Connection connection = super.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA store; CREATE TABLE store.fact (position bigint)");
            }
            try {
                change.make();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return super.getConnection();
        }
    }

    @FunctionalInterface
    private interface Change {

        void make() throws IOException;
    }
}
