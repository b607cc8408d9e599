package com.emlyon.connect.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.settings.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresTest {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(20);

    @TempDir
    static Path programs;

    @TempDir
    Path data;

    /** Unpacking takes longer than everything else, so it is done once. */
    @BeforeEach
    void programsAreUnpackedOnce() throws IOException {
        Files.createSymbolicLink(data.resolve("postgres-bin"), programs);
    }

    @AfterEach
    void nothingIsLeftRunning() throws IOException {
        if (Files.exists(data.resolve("postgres/postmaster.pid"))) {
            kill(postmaster());
        }
    }

    @Test
    void dataIsKeptBetweenStarts() throws SQLException {
        // given
        int port;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {
            port = postgres.port();
            execute(postgres, "create table kept as select 'é' as text");
        }
        assertThat(LocalPort.isFree(port)).isTrue();

        // when
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {

            // then
            assertThat(query(postgres, "select text from kept")).isEqualTo("é");
            assertThat(postgres.port()).isEqualTo(port);
        }
    }

    @Test
    void aKilledServerIsStartedAgainOnTheSamePort() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {
            // given
            execute(postgres, "create table kept as select 'é' as text");
            Postmaster first = postmaster();

            // when
            kill(first);

            // then
            await().atMost(A_FEW_SECONDS)
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(query(postgres, "select text from kept")).isEqualTo("é"));
            assertThat(postmaster().port()).isEqualTo(first.port());
            assertThat(postmaster().pid()).isNotEqualTo(first.pid());
        }
    }

    @Test
    void aServerThatOutlivedItsServiceIsUsedAgainAndStoppedInTheEnd() throws Exception {
        // given
        Postmaster left;
        try (OtherService killed = OtherService.start(data)) {
            killed.port();
            left = postmaster();
            killed.kill();
        }
        assertThat(left.isAlive()).isTrue();

        // when
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {

            // then
            assertThat(postmaster()).isEqualTo(left);
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
        assertThat(left.isAlive()).isFalse();
    }

    @Test
    void theServerRunsUntilTheLastServiceCloses() throws Exception {
        try (OtherService starter = OtherService.start(data)) {
            // given
            int port = starter.port();
            try (EmbeddedPostgres second = EmbeddedPostgres.open(data)) {
                assertThat(second.port()).isEqualTo(port);
                Postmaster shared = postmaster();

                // when
                starter.closeInOrder();

                // then
                assertThat(postmaster()).isEqualTo(shared);
                assertThat(query(second, "select 1")).isEqualTo("1");
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
    void whenTheServerOfSeveralServicesIsKilledItIsStartedOnce() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.open(data);
                EmbeddedPostgres second = EmbeddedPostgres.open(data)) {
            // given
            Postmaster former = postmaster();

            // when
            kill(former);

            // then
            await().atMost(A_FEW_SECONDS).ignoreExceptions().untilAsserted(() -> {
                assertThat(postmaster()).isNotEqualTo(former);
                assertThat(query(first, "select 1")).isEqualTo("1");
                assertThat(query(second, "select count(*) from pg_stat_activity where application_name like '%watch'"))
                        .isEqualTo("2");
            });
            assertThat(data.resolve("postgres/server.log")).content().doesNotContain("lock file");
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
                assertThat(query(postgres, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void aServiceKilledWhileItMadeTheDatabaseIsFollowedByOneThatStarts() throws Exception {
        // given
        try (OtherService killed = OtherService.start(data)) {
            await().atMost(A_FEW_SECONDS).until(() -> hasChild(data, "postgres.unfinished-"));
            killed.kill();
        }
        assertThat(data.resolve("postgres")).doesNotExist();

        // when
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {

            // then
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
        EmbeddedPostgres.open(data).close();
        assertThat(hasChild(data, "postgres.unfinished-")).isFalse();
    }

    @Test
    void aServiceKilledWhileItUnpackedTheProgramsIsFollowedByOneThatStarts() throws Exception {
        // given
        Path own = data.resolve("postgres-bin");
        Files.delete(own);
        try (OtherService killed = OtherService.start(data)) {
            await().atMost(A_FEW_SECONDS).until(() -> hasChild(own, "unfinished-"));
            killed.kill();
        }

        // when
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {

            // then
            assertThat(query(postgres, "select 1")).isEqualTo("1");
            assertThat(hasChild(own, "unfinished-")).isFalse();
        }
    }

    @Test
    void theNumberOfADeadServerMayBelongToAnotherProcess() throws Exception {
        // given
        EmbeddedPostgres.open(data).close();
        long somebodyElse = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(data.resolve("postgres/postmaster.pid"), "%d\n%s\n1\n5432\n\n".formatted(somebodyElse, data));

        // when
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {

            // then
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderThatIsNoDatabaseIsLeftAlone() throws Exception {
        // given
        Path precious = Files.createDirectories(data.resolve("postgres")).resolve("precious");
        Files.writeString(precious, "mine");

        // when
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> EmbeddedPostgres.open(data))

                // then
                .withMessageContaining("is not a database that this service has made");
        assertThat(precious).hasContent("mine");
    }

    @Test
    void anEmptyFolderIsTaken() throws Exception {
        Files.createDirectory(data.resolve("postgres"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(data)) {
            assertThat(query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerThatCannotStartTellsWhy() throws Exception {
        // given
        EmbeddedPostgres.open(data).close();
        Files.writeString(data.resolve("postgres/postgresql.conf"), "shared_buffers = nonsense");

        // when
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> EmbeddedPostgres.open(data))

                // then
                .withMessageContaining("does not start over")
                .withMessageContaining("postgresql.conf");
    }

    @Test
    void rootIsToldWhatToDoWhereItCannotStepDown() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        try (OtherService withoutPrograms = OtherService.start(data, Map.of("PATH", "/nowhere"))) {
            assertThat(withoutPrograms.lineWith("cannot run as root here")).contains("set DATABASE_URL");
        }
    }

    private Postmaster postmaster() throws IOException {
        return Postmaster.of(data.resolve("postgres").toRealPath()).orElseThrow();
    }

    private static void kill(Postmaster postmaster) {
        ProcessHandle.of(postmaster.pid())
                .filter(process -> postmaster.isAlive())
                .ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(A_FEW_SECONDS).until(() -> !postmaster.isAlive());
    }

    private static boolean hasChild(Path folder, String beginning) throws IOException {
        try (Stream<Path> children = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return children.anyMatch(child -> child.getFileName().toString().startsWith(beginning));
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
