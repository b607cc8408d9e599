package com.emlyon.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresSettingsTest {

    @TempDir
    static Path data;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.open(data);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void whatIsCommittedIsOnDisk() throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
            assertThat(Sql.query(postgres, "show " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void lettersCasesAndTimesAreTheSameOnEveryMachine() throws Exception {
        assertThat(Sql.query(postgres, "show server_encoding")).isEqualTo("UTF8");
        assertThat(Sql.query(postgres, "select upper('é')")).isEqualTo("É");
        assertThat(Sql.query(
                        postgres,
                        "select 'Eva' < 'Évita' collate \"fr-x-icu\" and 'Évita' < 'Fanny' collate \"fr-x-icu\""))
                .isEqualTo("t");
        assertThat(Files.readString(data.resolve("postgres/postgresql.conf")))
                .containsPattern("(?m)^timezone = '?UTC")
                .containsPattern("(?m)^log_timezone = '?UTC");
    }

    @Test
    void onlyThisMachineIsServedAndOnlyWithThePassword() throws Exception {
        assertThat(Sql.query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Files.readAllLines(data.resolve("postgres/postmaster.pid")))
                .element(4)
                .isEqualTo("");
        assertThat(Sql.query(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "wrong"))
                .withMessageContaining("password authentication failed");
        assertThat(permissions("postgres")).isEqualTo("rwx------");
        assertThat(permissions("postgres/app.password")).isEqualTo("rw-------");
    }

    @Test
    void valuesOfFailedStatementsAreWrittenToNoLog() throws Exception {
        Sql.execute(postgres, "create table unique_email (email text primary key)");
        Sql.execute(postgres, "insert into unique_email values ('pia@emlyon.com')");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.execute(postgres, "insert into unique_email values ('pia@emlyon.com')"));
        assertThat(data.resolve("postgres/server.log"))
                .content()
                .contains("ready to accept connections")
                .doesNotContain("pia@emlyon.com");
    }

    private static String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
    }
}
