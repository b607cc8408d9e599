package com.emlyon.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The built-in PostgreSQL starts, keeps its data, is shared, and says what is wrong. */
@Timeout(480)
class EmbeddedPostgresTest extends OwnDataFolder {

    @Test
    void dataIsKeptBetweenStarts() throws SQLException {
        // given
        int port;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {
            port = postgres.port();
            Sql.execute(postgres, "create table kept as select 'é' as text");
        }
        assertThat(LocalPort.isFree(port)).isTrue();

        // when
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {

            // then
            assertThat(Sql.query(postgres, "select text from kept")).isEqualTo("é");
            assertThat(postgres.port()).isEqualTo(port);
        }
    }

    @Test
    void theServerRunsUntilTheLastServiceCloses() throws Exception {
        try (OtherService starter = OtherService.start(data)) {
            // given
            int port = starter.port();
            try (EmbeddedPostgres second = EmbeddedPostgres.open(data)) {
                assertThat(second.port()).isEqualTo(port);
                Postmaster shared = folder().postmaster();

                // when
                starter.closeInOrder();

                // then
                assertThat(folder().postmaster()).isEqualTo(shared);
                assertThat(Sql.query(second, "select 1")).isEqualTo("1");
            }
            assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void servicesThatStartAtTheSameMomentShareOneServer() throws Exception {
        try (OtherService first = OtherService.start(data);
                OtherService second = OtherService.start(data);
                EmbeddedPostgres third = EmbeddedPostgres.open(data)) {
            assertThat(first.port()).isEqualTo(third.port());
            assertThat(second.port()).isEqualTo(third.port());
        }
    }

    @Test
    void anotherPortIsChosenWhenTheFormerOneIsTaken() throws Exception {
        // given
        int former;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {
            former = postgres.port();
        }
        try (ServerSocket stranger = new ServerSocket()) {
            stranger.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), former));

            // when
            try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {

                // then
                assertThat(postgres.port()).isNotEqualTo(former);
                assertThat(Sql.query(postgres, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void aFolderThatIsNoDatabaseIsLeftAlone() throws Exception {
        // given
        Path precious = Files.createDirectories(data.resolve("postgres")).resolve("precious");
        Files.writeString(precious, "mine");

        // when
        assertThatExceptionOfType(PostgresStartException.class)
                .isThrownBy(() -> EmbeddedPostgres.open(data))

                // then
                .withMessageContaining("is not a database that this service has made");
        assertThat(precious).hasContent("mine");
    }

    @Test
    void anEmptyFolderIsTaken() throws Exception {
        Files.createDirectory(data.resolve("postgres"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {
            assertThat(Sql.query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatCannotStartTellsWhy() throws Exception {
        // given
        EmbeddedPostgres.open(data).close();
        Files.writeString(data.resolve("postgres/postgresql.conf"), "shared_buffers = nonsense");

        // when
        assertThatExceptionOfType(PostgresStartException.class)
                .isThrownBy(() -> EmbeddedPostgres.open(data))

                // then
                .withMessageContaining("does not start over")
                .withMessageContaining("postgresql.conf");
    }

    @Test
    void rootIsToldWhatToDoWhereItCannotStepDown() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        try (OtherService withoutPrograms = OtherService.start(data, Map.of("PATH", "/nowhere"))) {
            assertThat(withoutPrograms.lineWith("cannot run as root here")).contains("set spring.datasource.url");
        }
    }
}
