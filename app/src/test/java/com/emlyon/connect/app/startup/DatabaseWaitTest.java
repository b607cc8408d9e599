package com.emlyon.connect.app.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.emlyon.connect.app.FreePort;
import com.emlyon.connect.app.settings.StartRefused;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** What is wrong with the operator's own database is one sentence that names DATABASE_URL. */
@Timeout(120)
class DatabaseWaitTest {

    private static final Pattern URL =
            Pattern.compile("(jdbc:postgresql://127\\.0\\.0\\.1:([0-9]+)/(\\w+))\\?user=(\\w+)&password=(.*)");

    private final String url = TestPostgres.freshDatabaseUrl();
    private final Matcher parts = matched(url);
    private final String port = parts.group(2);
    private final String name = parts.group(3);

    private static Matcher matched(String url) {
        Matcher parts = URL.matcher(url);
        assertThat(parts.matches()).isTrue();
        return parts;
    }

    private DatabaseAddress address() {
        return at(parts.group(1), parts.group(5));
    }

    private static DatabaseAddress at(String jdbcUrl, String password) {
        return new DatabaseAddress(jdbcUrl, TestPostgres.ROLE, password);
    }

    private static void assertRefused(DatabaseAddress address, String sentence) {
        assertThatThrownBy(() -> new DatabaseWait(address, Duration.ZERO).await())
                .isInstanceOf(StartRefused.class)
                .hasMessage(sentence);
    }

    @Test
    void aDatabaseThatCanBeWorkedWithIsNoReasonToWait() {
        assertThatCode(() -> new DatabaseWait(address(), Duration.ZERO).await()).doesNotThrowAnyException();
    }

    @Test
    void aWrongPasswordIsNotWaitedFor() {
        assertThatThrownBy(() -> new DatabaseWait(at(parts.group(1), "wrong"), Duration.ofMinutes(10)).await())
                .hasMessage("DATABASE_URL: the PostgreSQL at 127.0.0.1:%s refuses the password of the role \"app\"."
                        .formatted(port));
    }

    @Test
    void aDatabaseThatDoesNotExistIsNotWaitedFor() {
        DatabaseAddress missing = at("jdbc:postgresql://127.0.0.1:%s/nope".formatted(port), parts.group(5));

        assertThatThrownBy(() -> new DatabaseWait(missing, Duration.ofMinutes(10)).await())
                .hasMessage(
                        "DATABASE_URL: the PostgreSQL at 127.0.0.1:%s has no database \"nope\"; create it with CREATE"
                                        .formatted(port)
                                + " DATABASE, or name another one.");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        int free = FreePort.next();

        assertRefused(
                at("jdbc:postgresql://127.0.0.1:%d/connect".formatted(free), "secret"),
                "DATABASE_URL: no PostgreSQL can be reached at 127.0.0.1:%d (Connection refused).".formatted(free));
    }

    @Test
    void aHostThatNoDnsKnowsIsNamed() {
        assertRefused(
                at("jdbc:postgresql://db.invalid:5432/connect", "secret"),
                "DATABASE_URL: no PostgreSQL can be reached at db.invalid:5432 (unknown host db.invalid).");
    }

    @Test
    void aParameterThatTheDriverDoesNotUnderstandIsNotWaitedFor() {
        assertThatThrownBy(() -> new DatabaseWait(
                                at(parts.group(1) + "?sslmode=sometimes", parts.group(5)), Duration.ofMinutes(10))
                        .await())
                .hasMessage(
                        "DATABASE_URL: the database %s at 127.0.0.1:%s cannot be used (Invalid sslmode value: sometimes)."
                                .formatted(name, port));
    }

    @Test
    void anotherKindOfServerIsNotWaitedFor() throws IOException {
        try (ServerSocket web = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAsAWebServer(web));

            assertThatThrownBy(() -> new DatabaseWait(
                                    at(
                                            "jdbc:postgresql://127.0.0.1:%d/connect".formatted(web.getLocalPort()),
                                            "secret"),
                                    Duration.ofMinutes(10))
                            .await())
                    .hasMessageStartingWith("DATABASE_URL: what answers at 127.0.0.1:%d is not PostgreSQL ("
                            .formatted(web.getLocalPort()));
        }
    }

    private static void answerAsAWebServer(ServerSocket web) {
        try (Socket client = web.accept()) {
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // The client has seen enough.
        }
    }

    @Test
    void aRoleThatMayNotCreateSchemasIsToldWhatToGrant() {
        // given
        TestPostgres.executeAsSuperuser(url, "ALTER DATABASE %s OWNER TO postgres".formatted(name));

        // then
        assertRefused(
                address(),
                "DATABASE_URL: the role \"app\" may not create schemas in the database %1$s at 127.0.0.1:%2$s; GRANT CREATE ON DATABASE \"%1$s\" TO \"app\"."
                        .formatted(name, port));
    }

    @Test
    void aRoleThatMayNotCreateTablesIsToldWhatToGrant() {
        // given
        TestPostgres.executeAsSuperuser(url, "ALTER SCHEMA public OWNER TO postgres");

        // then
        assertRefused(
                address(),
                "DATABASE_URL: the role \"app\" may not create tables in its schema public in the database %s at 127.0.0.1:%s; GRANT CREATE ON SCHEMA public TO \"app\"."
                        .formatted(name, port));
    }

    @Test
    void tablesOfAnotherRoleAreNamed() {
        // given
        TestPostgres.executeAsSuperuser(
                url,
                "CREATE SCHEMA store CREATE TABLE fact (position bigint); GRANT USAGE ON SCHEMA store TO "
                        + TestPostgres.ROLE);

        // then
        assertRefused(
                address(),
                "DATABASE_URL: the role \"app\" may not change the tables that are there, which belong to \"postgres\" in the database %s at 127.0.0.1:%s; connect as that role."
                        .formatted(name, port));
    }

    @Test
    void aDatabaseThatOnlyReadsIsRefused() {
        // given
        TestPostgres.executeAsSuperuser(
                url, "ALTER DATABASE %s SET default_transaction_read_only = on".formatted(name));

        // then
        assertRefused(
                address(),
                "DATABASE_URL: the database %s at 127.0.0.1:%s only reads (a standby, or default_transaction_read_only); name the primary."
                        .formatted(name, port));
    }

    @Test
    void anotherEncodingIsRefused() {
        // given
        String latin = name + "_latin";
        TestPostgres.executeAsSuperuser(
                url,
                "CREATE DATABASE %s OWNER app ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0"
                        .formatted(latin));

        // then
        assertRefused(
                at("jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, latin), parts.group(5)),
                "DATABASE_URL: the database %s at 127.0.0.1:%s has the encoding LATIN1; create one with ENCODING 'UTF8'."
                        .formatted(latin, port));
    }

    @Test
    void aServerThatIsTooOldIsRefused() {
        assertThat(DatabaseExamination.tooOld(address(), 14_0012))
                .contains("DATABASE_URL: the server at 127.0.0.1:%s is PostgreSQL 14, and 15 or newer is needed."
                        .formatted(port));
        assertThat(DatabaseExamination.tooOld(address(), 15_0001)).isEmpty();
    }

    @Test
    void aServerThatComesLaterIsWaitedForAndTheLogSaysForWhat() throws Exception {
        // given
        int free = FreePort.next();
        Logger logger = (Logger) LoggerFactory.getLogger(DatabaseWait.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        CompletableFuture<Void> wait = CompletableFuture.runAsync(() -> new DatabaseWait(
                        at("jdbc:postgresql://127.0.0.1:%d/%s".formatted(free, name), parts.group(5)),
                        Duration.ofMinutes(1))
                .await());
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !lines.list.isEmpty());
        assertThat(lines.list.getFirst().getFormattedMessage())
                .isEqualTo("Waiting up to 60 s for the database %s at 127.0.0.1:%d of DATABASE_URL: Connection refused"
                        .formatted(name, free));

        // when
        try (ServerSocket door = new ServerSocket(free, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> passOn(door));

            // then
            wait.get(60, TimeUnit.SECONDS);
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list).hasSize(2);
        assertThat(lines.list.getLast().getFormattedMessage())
                .matches("The database %s at 127\\.0\\.0\\.1:%d answers after [0-9]+ s".formatted(name, free));
    }

    private void passOn(ServerSocket door) {
        try (Socket client = door.accept();
                Socket server = new Socket("127.0.0.1", Integer.parseInt(port))) {
            Thread back = Thread.ofVirtual().start(() -> copy(server, client));
            copy(client, server);
            back.join();
        } catch (IOException gone) {
            // The test is over.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // One of both has hung up.
        }
    }

    @Test
    void aServerThatNeverComesIsGivenUpWithTheTimeThatWasWaited() {
        int free = FreePort.next();

        assertThatThrownBy(() -> new DatabaseWait(
                                at("jdbc:postgresql://127.0.0.1:%d/connect".formatted(free), "secret"),
                                Duration.ofSeconds(1))
                        .await())
                .hasMessage(
                        "DATABASE_URL: no PostgreSQL can be reached at 127.0.0.1:%d (Connection refused), also not within 1 s."
                                .formatted(free));
    }
}
