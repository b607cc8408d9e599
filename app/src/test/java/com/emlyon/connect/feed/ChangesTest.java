package com.emlyon.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.contract.AnswerAssert;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What clients are told that ask for the subprotocol connect.v2. */
class ChangesTest {

    private final ContractClient client = new ContractClient(FeedNode.node());
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");
    private Feed feed = client.openChanges(pia.token(), Optional.empty());

    @BeforeEach
    void listen() {
        assertThat(next().get("type").stringValue()).isEqualTo("snapshot");
    }

    @AfterEach
    void stop() {
        feed.close();
    }

    @Test
    void theFirstFrameSaysHowThingsAre() {
        String checkIn = client.newCheckIn(max, "Le Sucre");
        String event = client.newEvent(max, "Gala", "2031-05-01");

        try (Feed other = client.openChanges(pia.token(), Optional.empty())) {
            JsonNode snapshot = Json.parse(other.nextFrame());

            assertThat(snapshot.propertyNames()).containsExactly("type", "position", "checkIns", "events");
            assertThat(snapshot.get("checkIns")).isEqualTo(answered("/api/checkins"));
            assertThat(snapshot.get("events")).isEqualTo(answered("/api/events"));
            assertThat(snapshot.get("checkIns").toString()).contains(checkIn);
            assertThat(snapshot.get("events").toString()).contains(event);
        }
    }

    @Test
    void aCheckInIsAddedAndOneThatTakesItsPlaceComesTogetherWithItsEnd() {
        // when
        String first = client.newCheckIn(max, "Le Sucre");

        // then
        JsonNode added = next();
        assertThat(added.propertyNames()).containsExactly("type", "entity", "position", "data");
        assertThat(kind(added)).isEqualTo("added checkIn");
        assertThat(added.get("data")).isEqualTo(answered("/api/checkins").get(0));

        // when
        String second = client.newCheckIn(max, "Bar du Port");

        // then
        JsonNode gone = next();
        JsonNode come = next();
        assertThat(kind(gone)).isEqualTo("removed checkIn");
        assertThat(gone.get("data").toString()).isEqualTo("{\"id\":\"%s\"}".formatted(first));
        assertThat(gone.get("more").booleanValue()).isTrue();
        assertThat(kind(come)).isEqualTo("added checkIn");
        assertThat(come.at("/data/id").stringValue()).isEqualTo(second);
        assertThat(come.has("more")).isFalse();
        assertThat(come.get("position")).isEqualTo(gone.get("position")).isNotEqualTo(added.get("position"));
    }

    @Test
    void anEventIsAddedJoinedChangedLeftAndRemoved() {
        String event = client.newEvent(max, "Gala", "2031-05-01");
        JsonNode added = next();
        assertThat(kind(added)).isEqualTo("added event");
        assertThat(added.get("data"))
                .isEqualTo(client.get("/api/events/" + event).as(pia).send().at("/data"));

        client.post("/api/events/%s/attend".formatted(event)).as(pia).send();
        JsonNode joined = next();
        assertThat(kind(joined)).isEqualTo("added attendee");
        assertThat(joined.get("data").toString())
                .isEqualTo("{\"eventId\":\"%s\",\"user\":{\"id\":\"%s\",\"name\":\"Pia One\",\"avatarUrl\":\"%s\"}}"
                        .formatted(event, pia.id(), pia.avatarUrl()));

        client.put("/api/events/" + event)
                .as(max)
                .json("{\"title\":\"Grand gala\"}")
                .send();
        JsonNode changed = next();
        assertThat(kind(changed)).isEqualTo("changed event");
        assertThat(changed.at("/data/title").stringValue()).isEqualTo("Grand gala");
        assertThat(changed.at("/data/attendees")).hasSize(2);

        client.delete("/api/events/%s/attend".formatted(event)).as(pia).send();
        JsonNode left = next();
        assertThat(kind(left)).isEqualTo("removed attendee");
        assertThat(left.get("data").toString())
                .isEqualTo("{\"eventId\":\"%s\",\"userId\":\"%s\"}".formatted(event, pia.id()));

        client.delete("/api/events/" + event).as(max).send();
        JsonNode removed = next();
        assertThat(kind(removed)).isEqualTo("removed event");
        assertThat(removed.get("data").toString()).isEqualTo("{\"id\":\"%s\"}".formatted(event));
    }

    @Test
    void aStudentIsAddedRenamedAndRemovedWithAllThatTheyDid() {
        Member eva = client.newMember("Eva Three");
        JsonNode added = next();
        assertThat(kind(added)).isEqualTo("added user");
        assertThat(added.get("data").toString())
                .isEqualTo("{\"id\":\"%s\",\"name\":\"Eva Three\",\"avatarUrl\":\"%s\",\"promotion\":\"Dev\"}"
                        .formatted(eva.id(), eva.avatarUrl()));

        client.put("/api/users/me").as(eva).json("{\"name\":\"Eva Four\"}").send();
        JsonNode renamed = next();
        assertThat(kind(renamed)).isEqualTo("changed user");
        assertThat(renamed.at("/data/name").stringValue()).isEqualTo("Eva Four");

        String event = client.newEvent(eva, "Gala", "2031-05-01");
        assertThat(kind(next())).isEqualTo("added event");
        AnswerAssert.assertThat(client.delete("/api/users/me")
                        .as(eva)
                        .json("{\"password\":\"%s\"}".formatted(ContractClient.PASSWORD))
                        .send())
                .hasStatus(200);
        JsonNode cancelled = next();
        assertThat(kind(cancelled)).isEqualTo("removed event");
        assertThat(cancelled.at("/data/id").stringValue()).isEqualTo(event);
        JsonNode gone = next();
        assertThat(kind(gone)).isEqualTo("removed user");
        assertThat(gone.at("/data/id").stringValue()).isEqualTo(eva.id());
        assertThat(gone.get("position")).isEqualTo(cancelled.get("position"));
    }

    @Test
    void aCheckInThatEndsByItselfIsRemoved() {
        String checkIn = client.newCheckIn(max, "Le Sucre");
        assertThat(kind(next())).isEqualTo("added checkIn");

        // when
        FeedNode.clock().advance(Duration.ofHours(24).plusMillis(1));

        // then
        assertThat(kind(nextAbout(checkIn))).isEqualTo("removed checkIn");
    }

    @Test
    void whoeverWasAwayWhenACheckInEndedIsToldSo() {
        String checkIn = client.newCheckIn(max, "Le Sucre");
        String position = next().get("position").stringValue();
        feed.close();

        // when
        FeedNode.clock().advance(Duration.ofHours(24).plusMillis(1));
        feed = client.openChanges(pia.token(), Optional.of(position));

        // then
        assertThat(kind(nextAbout(checkIn))).isEqualTo("removed checkIn");
    }

    @Test
    void silenceIsToldTogetherWithAPositionFromWhichOneCanGoOn() {
        JsonNode heartbeat = Json.parse(feed.nextFrame());
        assertThat(heartbeat.propertyNames()).containsExactly("type", "position");
        assertThat(heartbeat.get("type").stringValue()).isEqualTo("heartbeat");
        feed.close();

        // when
        String checkIn = client.newCheckIn(max, "Le Sucre");
        feed = client.openChanges(
                pia.token(), Optional.of(heartbeat.get("position").stringValue()));

        // then
        assertThat(next().at("/data/id").stringValue()).isEqualTo(checkIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0.0.0", "ffffffffffffffff.1.1", "-1", "99999999999999999999.1.1", "%00"})
    void aPositionOfWhichNothingIsKnownIsAnsweredWithHowThingsAre(String position) {
        try (Feed other = client.openChanges(pia.token(), Optional.of(position))) {
            assertThat(Json.parse(other.nextFrame()).get("type").stringValue()).isEqualTo("snapshot");
        }
    }

    /** The next frame that says something. */
    private JsonNode next() {
        return Json.parse(feed.awaitFrame(frame -> !frame.startsWith("{\"type\":\"heartbeat\""), "a change"));
    }

    /** The next frame about something; those of others may end at the same moment. */
    private JsonNode nextAbout(String id) {
        return Json.parse(feed.awaitFrame(frame -> frame.contains(id), id));
    }

    private static String kind(JsonNode frame) {
        return frame.get("type").stringValue() + " " + frame.get("entity").stringValue();
    }

    private JsonNode answered(String path) {
        return client.get(path).as(pia).send().at("/data");
    }
}
