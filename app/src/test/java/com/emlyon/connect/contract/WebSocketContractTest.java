package com.emlyon.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Section 7: what connected clients are told. Each expected frame is made of the REST lists (D20, D21). */
@ContractTest
class WebSocketContractTest {

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");

    @Test
    void theFirstFrameTellsEverything() {
        client.newEvent(pia, "Passé", "2020-05-01T18:30:00.000Z");
        client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
        client.newCheckIn(max, "Le Sucre");
        client.newCheckIn(pia, "Bar du Port");

        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            try (Feed feed = client.openFeed(max.token())) {
                assertThat(feed.nextFrame())
                        .isEqualTo("{\"type\":\"initial\",\"checkIns\":%s,\"events\":%s}"
                                .formatted(rest("/api/checkins"), rest("/api/events")));
            }
        });
    }

    @Test
    void aCheckInInAFrameNamesThePromotion() {
        try (Feed feed = client.openFeed(max.token()).awaitInitial()) {
            String id = client.newCheckIn(pia, "Bar du Port");

            String frame = feed.awaitFrame(
                    text -> text.startsWith("{\"type\":\"checkIns\",\"data\":[") && text.contains(id), "check-ins");

            assertThat(frame)
                    .contains("{\"id\":\"%s\",\"user\":%s,\"locationName\":\"Bar du Port\",\"latitude\":45.76,"
                            .formatted(id, pia.asPersonWithPromotion()));
        }
    }

    @Test
    void everyWriteOfACheckInIsToldToTheAuthorAndToOthers() {
        try (Feed author = client.openFeed(pia.token()).awaitInitial();
                Feed other = client.openFeed(max.token()).awaitInitial()) {
            client.newCheckIn(pia, "Le Sucre");
            assertToldInFull("checkIns", "/api/checkins", author, other);

            String id = client.newCheckIn(pia, "Bar du Port");
            assertToldInFull("checkIns", "/api/checkins", author, other);

            AnswerAssert.assertThat(client.delete("/api/checkins/" + id).as(pia).send())
                    .hasStatus(200);
            assertToldInFull("checkIns", "/api/checkins", author, other);
            assertThat(rest("/api/checkins")).doesNotContain(id);
        }
    }

    @Test
    void everyWriteOfAnEventIsToldToTheAuthorAndToOthers() {
        try (Feed author = client.openFeed(pia.token()).awaitInitial();
                Feed other = client.openFeed(max.token()).awaitInitial()) {
            String id = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
            assertToldInFull("events", "/api/events", author, other);

            successful(client.put("/api/events/" + id).as(pia).json("{\"title\":\"Bal\",\"date\":\"2019-01-01\"}"));
            assertToldInFull("events", "/api/events", author, other);

            successful(client.post("/api/events/" + id + "/attend").as(max));
            assertToldInFull("events", "/api/events", author, other);

            successful(client.delete("/api/events/" + id + "/attend").as(max));
            assertToldInFull("events", "/api/events", author, other);

            successful(client.delete("/api/events/" + id).as(pia));
            assertToldInFull("events", "/api/events", author, other);
            assertThat(rest("/api/events")).doesNotContain(id);
        }
    }

    @Test
    void aBurstOfWritesEndsInTheFullList() {
        try (Feed feed = client.openFeed(max.token()).awaitInitial()) {
            Simultaneously.send(
                    Simultaneously.EIGHT,
                    i -> client.post("/api/events")
                            .as(pia)
                            .json("{\"title\":\"Gala %d\",\"description\":\"Au parc\",\"date\":\"2031-05-01\"}"
                                    .formatted(i)));

            assertToldInFull("events", "/api/events", feed);
        }
    }

    @Test
    void twoConnectionsOfOneUserBothAreTold() {
        try (Feed first = client.openFeed(pia.token()).awaitInitial();
                Feed second = client.openFeed(pia.token()).awaitInitial()) {
            client.newCheckIn(pia, "Le Sucre");

            assertToldInFull("checkIns", "/api/checkins", first, second);
        }
    }

    @Test
    void closingOneConnectionOfAUserLeavesTheOtherOpen() {
        try (Feed second = openedBeforeAnotherIsClosed()) {
            for (String place : List.of("Le Sucre", "Bar du Port")) {
                client.newCheckIn(pia, place);
                assertToldInFull("checkIns", "/api/checkins", second);
            }
        }
    }

    @Test
    void whatAClientSendsIsIgnored() {
        try (Feed feed = client.openFeed(max.token())) {
            // given
            assertThat(feed.nextFrame()).startsWith("{\"type\":\"initial\",");

            // when
            feed.sendText("bonjour")
                    .sendText("{\"type\":\"checkIns\",\"data\":[]}")
                    .sendText("")
                    .sendBinary("bonjour".getBytes(StandardCharsets.UTF_8));
            client.newCheckIn(pia, "Le Sucre");

            // then
            assertThat(feed.nextFrame()).startsWith("{\"type\":").contains("\",\"data\":[");
            client.newCheckIn(pia, "Bar du Port");
            assertToldInFull("checkIns", "/api/checkins", feed);
        }
    }

    /** D26: however a write and the connection overlap, the first frame is the initial one, and the end is the truth. */
    @RepeatedTest(5)
    void aWriteDuringTheConnectingIsNotLost() {
        // given
        CompletableFuture<String> write =
                CompletableFuture.supplyAsync(() -> client.newCheckIn(pia, "Le Sucre " + ContractClient.unique()));

        try (Feed feed = client.openFeed(max.token())) {
            // when
            String initial = feed.nextFrame();
            String id = write.join();

            // then
            assertThat(initial).startsWith("{\"type\":\"initial\",\"checkIns\":[");
            if (!initial.contains(id)) {
                assertToldInFull("checkIns", "/api/checkins", feed);
            }
        }
    }

    private Feed openedBeforeAnotherIsClosed() {
        Feed first = client.openFeed(pia.token()).awaitInitial();
        Feed second = client.openFeed(pia.token()).awaitInitial();
        first.close();
        return second;
    }

    private void assertToldInFull(String type, String path, Feed... feeds) {
        String expected = "{\"type\":\"%s\",\"data\":%s}".formatted(type, rest(path));
        for (Feed feed : feeds) {
            feed.awaitFrame(expected);
        }
    }

    private static void successful(Call call) {
        AnswerAssert.assertThat(call.send()).hasStatus(200);
    }

    /** The list that a route answers, exactly as written. */
    private String rest(String path) {
        return client.get(path).as(max).send().rawData();
    }
}
