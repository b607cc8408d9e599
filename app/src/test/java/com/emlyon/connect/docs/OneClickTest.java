package com.emlyon.connect.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.docs.Ear.Signal;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code docs/one-click.md} is true: its files exist, and a check-in takes the way that it tells, by the names it uses. */
class OneClickTest {

    private final Page page = Page.named("one-click.md");

    @Test
    void everyFileOnThePageExistsUnderItsName() {
        assertThat(page.files()).hasSizeGreaterThan(20);
        assertThat(page.files().entrySet())
                .filteredOn(file -> !Files.isRegularFile(file.getValue())
                        || !file.getValue().endsWith(file.getKey()))
                .isEmpty();
    }

    @Test
    void everyFileThatThePageMentionsCanBeOpenedFromIt() {
        assertThat(page.mentions())
                .filteredOn(mention -> !page.files().containsKey(mention))
                .isEmpty();
    }

    @Test
    void aCheckInTakesTheWayThatThePageTells() throws Exception {
        TestNode node = TestNode.shared();
        try (HttpClient http = HttpClient.newHttpClient()) {
            // given
            Student author = Student.registered(http, node.http(), "Pia One");
            Student other = Student.registered(http, node.http(), "Max Two");
            try (Phone phone = Phone.of(other, node.ws());
                    Ear ear = Ear.at(node, page.names("the signals"))) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> !phone.frames().isEmpty());
                double accepted = accepted(node);

                // when
                HttpResponse<String> answer = author.post(
                        page.name("the route"),
                        Map.of("locationName", "Le Sucre", "latitude", 45.7489, "longitude", 4.8181));

                // then
                assertThat(answer.statusCode()).isEqualTo(201);
                assertThat(answer.headers().firstValue("X-View")).isEmpty();
                String checkIn = Student.data(answer).get("id").stringValue();
                assertThat(accepted(node)).isGreaterThan(accepted);
                long position = assertStored(node, author, checkIn);
                assertThat(positionOfProjection(node)).isGreaterThanOrEqualTo(position);
                assertShown(node, author, checkIn);
                assertSignalled(ear, position);
                assertTold(phone, checkIn);
            }
        }
    }

    private double accepted(TestNode node) {
        return node
                .bean(MeterRegistry.class)
                .find("connect.commands")
                .tags("command", page.name("the command"), "outcome", "accepted")
                .timers()
                .stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private long assertStored(TestNode node, Student author, String checkIn) {
        StoredFact fact = node.bean(JdbcClient.class)
                .sql("""
                        SELECT position, stream, type, metadata ->> 'command' AS command, metadata ->> 'actor' AS actor
                        FROM store.fact WHERE payload ->> 'checkIn' = ?
                        """)
                .param(checkIn)
                .query(StoredFact.class)
                .single();
        assertThat(fact)
                .isEqualTo(new StoredFact(
                        fact.position(),
                        page.name("the stream").replace("<account>", author.account()),
                        page.name("the fact"),
                        page.name("the command"),
                        author.account()));
        return fact.position();
    }

    private long positionOfProjection(TestNode node) {
        return node.bean(JdbcClient.class)
                .sql("SELECT position FROM view.generation WHERE projection = ? AND state = 'SERVING'")
                .param(page.name("the projection"))
                .query(Long.class)
                .single();
    }

    private void assertShown(TestNode node, Student author, String checkIn) {
        String view = page.name("the view");
        assertThat(view).matches("[a-z_]+\\.[a-z_]+");
        assertThat(node.bean(JdbcClient.class)
                        .sql("SELECT account FROM " + view + " WHERE id = ?")
                        .param(checkIn)
                        .query(String.class)
                        .single())
                .isEqualTo(author.account());
    }

    private void assertSignalled(Ear ear, long position) {
        String projection = page.name("the projection");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(ear.heard())
                        .contains(new Signal("facts", ""), new Signal("view_changed", projection))
                        .anyMatch(signal ->
                                signal.channel().equals("position_reached") && signal.isAtLeast(projection, position)));
    }

    private void assertTold(Phone phone, String checkIn) {
        String beginning = "{\"type\":\"%s\",\"data\":[".formatted(page.name("the frame"));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(phone.frames())
                        .anySatisfy(
                                frame -> assertThat(frame).startsWith(beginning).contains(checkIn)));
    }

    private record StoredFact(long position, String stream, String type, String command, String actor) {}
}
