package com.emlyon.connect.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Multipart;
import com.emlyon.connect.contract.Pictures;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Whatever is sent, a line of the log is one that we have written. */
class ForgedLogLinesTest {

    private static final String FORGED =
            "2031-05-01T00:00:00.000Z  INFO [main] c.e.connect.app.Forged : Chef has logged in";
    private static final String BREAKS = "\r\n\u0085\u2028\u2029";
    private static final String ESCAPES = "\u001B[2K\u001B[31m\u009B1A\u0007\b";

    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ContractClient client = new ContractClient(TestNode.shared());

    @ParameterizedTest
    @EnumSource
    void aMessageIsOneLineAndMovesNoCursor(LogLayout layout) {
        String lines = layout.of(event("Before" + BREAKS + FORGED + ESCAPES + "after", null));

        assertThat(lines.lines()).singleElement().asString().contains("Before", "Chef has logged in", "after");
        assertThat(lines.strip()).doesNotContainPattern("[\\p{Cc}\u2028\u2029]");
    }

    @Test
    void theTextOfAnExceptionStaysBehindTheMargin() {
        String lines = LogLayout.FOR_READERS.of(event("A request failed", failure()));

        assertThat(lines).contains("Chef has logged in", "Caused by: java.lang.IllegalArgumentException: why");
        assertThat(lines.lines().skip(1)).allMatch(line -> line.isEmpty() || line.startsWith("  "));
        assertThat(lines).doesNotContain("\u001B", "\u009B", "\u0007");
    }

    @Test
    void theTextOfAnExceptionStaysInItsStringForMachines() {
        String lines = LogLayout.FOR_MACHINES.of(event("A request failed", failure()));

        assertThat(lines.lines()).singleElement().asString().contains("Chef has logged in", "Caused by: ");
        assertThat(lines.strip()).doesNotContainPattern("[\\p{Cc}\u2028\u2029]");
    }

    private static Throwable failure() {
        return new IllegalStateException(
                "What" + BREAKS + FORGED, new IllegalArgumentException("why\n" + FORGED + ESCAPES));
    }

    @Test
    void whateverStudentsSendIsNotTakenForALineOfOurs() {
        // given
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.addAll(Stream.of(LogLayout.values())
                        .map(layout -> layout.of(event))
                        .toList());
            }
        };
        ear.start();
        Logger all = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        all.addAppender(ear);

        // when
        try {
            attack(client.newMember("Pia One"));
        } finally {
            all.detachAppender(ear);
        }

        // then
        assertThat(String.join("", lines))
                .contains("Refused a login")
                .doesNotContain("Chef has logged in", "\u001B", "\u009B");
    }

    private void attack(Member pia) {
        String text = Json.quoted("x" + BREAKS + FORGED + ESCAPES);
        String escaped = "%0d%0a%C2%85%E2%80%A8" + FORGED.replace(" ", "%20") + "%1b%5B31m%C2%9B1A";
        for (String field : new String[] {"name", "locationName", "title", "description", "date", "statusEmoji"}) {
            String body =
                    "{\"%s\":%s,\"latitude\":1,\"longitude\":1,\"currentPassword\":%s}".formatted(field, text, text);
            send(client.put("/api/users/me").as(pia).json(body));
            send(client.post("/api/checkins").as(pia).json(body));
            send(client.post("/api/events").as(pia).json(body));
            send(client.put("/api/users/me/password").as(pia).json(body));
        }
        client.raw().send("POST", "/api/auth/login", "Content-Length: 0", "User-Agent: " + FORGED + "\u009B31m");
        send(client.post("/api/auth/login").json("{\"email\":\"nobody@emlyon.com\",\"password\":%s}".formatted(text)));
        send(client.post("/api/auth/login").json("{\"email\":%s,\"password\":%s}".formatted(text, text)));
        send(client.post("/api/users/me/avatar")
                .as(pia)
                .multipart(Multipart.avatar(FORGED + ".png", "image/png", Pictures.png())));
        for (String path : new String[] {
            "/api/events/", "/uploads/avatars/..%2f..%2f", "/", "/swagger-ui/", "/ws?token=", "/api/events?x="
        }) {
            client.raw().send("GET", path + escaped, "Authorization: Bearer " + pia.token());
            client.raw().send("GET", path + escaped.substring(6), "Authorization: Bearer " + pia.token());
        }
        String header = FORGED + "\u009B31m";
        for (String name : new String[] {
            "User-Agent", "Authorization", "Accept-Language", "Origin", "Cookie", "X-Forwarded-For", "Range", "Forged\t"
        }) {
            client.raw().send("GET", "/api/users/me", name + ": " + header, name + ": Bearer " + header);
        }
        client.raw().handshake("/ws?ticket=" + escaped.substring(12));
    }

    private static void send(Call call) {
        assertThat(call.send().status()).isCloseTo(300, within(199));
    }

    private LoggingEvent event(String message, @Nullable Throwable failure) {
        Logger logger = logging.getLogger(ForgedLogLinesTest.class);
        return new LoggingEvent(ForgedLogLinesTest.class.getName(), logger, Level.INFO, message, failure, null);
    }
}
