package com.emlyon.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** D9: an uploaded avatar is relative in the answers of /api/users and absolute everywhere else. */
@ContractTest
class AvatarUrlContractTest {

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");
    private final String relative = client.newAvatar(pia);

    @Test
    void usersAnswerTheRelativeUrl() {
        Answer list = client.get("/api/users").as(max).send();
        Answer renamed = client.put("/api/users/me")
                .as(pia)
                .json("{\"name\":\"Pia One\"}")
                .send();

        assertThat(client.get("/api/users/me").as(pia).send().string("/data/avatarUrl"))
                .isEqualTo(relative);
        assertThat(client.get("/api/users/" + pia.id()).as(max).send().string("/data/avatarUrl"))
                .isEqualTo(relative);
        assertThat(renamed.string("/data/avatarUrl")).isEqualTo(relative);
        assertThat(list.items(user -> user.get("id").stringValue().equals(pia.id())))
                .singleElement()
                .satisfies(
                        user -> assertThat(user.get("avatarUrl").stringValue()).isEqualTo(relative));
    }

    @Test
    void loginAnswersTheAbsoluteUrl() {
        assertAbsolute(client.login(pia.email(), ContractClient.PASSWORD).string("/data/user/avatarUrl"));
    }

    @Test
    void checkInsAnswerTheAbsoluteUrl() {
        Answer made = client.post("/api/checkins")
                .as(pia)
                .json("{\"locationName\":\"Bar\",\"latitude\":1,\"longitude\":1}")
                .send();
        Answer list = client.get("/api/checkins").as(max).send();

        assertAbsolute(made.string("/data/user/avatarUrl"));
        assertAbsolute(
                client.get("/api/checkins/user/" + pia.id()).as(max).send().string("/data/user/avatarUrl"));
        assertThat(list.items(withId(made.string("/data/id"))))
                .singleElement()
                .satisfies(item -> assertAbsolute(item.at("/user/avatarUrl").stringValue()));
    }

    @Test
    void eventsAnswerTheAbsoluteUrl() {
        Answer made = client.post("/api/events")
                .as(pia)
                .json("{\"title\":\"Gala\",\"description\":\"Au parc\",\"date\":\"2031-05-01T18:30:00.000Z\"}")
                .send();
        String path = "/api/events/" + made.string("/data/id");
        Answer changed = client.put(path).as(pia).json("{\"title\":\"Bal\"}").send();
        Answer read = client.get(path).as(max).send();
        Answer list = client.get("/api/events").as(max).send();

        assertThat(new Answer[] {made, changed, read}).allSatisfy(answer -> assertAbsoluteInEvent(answer.at("/data")));
        assertThat(list.items(withId(made.string("/data/id"))))
                .singleElement()
                .satisfies(AvatarUrlContractTest.this::assertAbsoluteInEvent);
    }

    @Test
    void framesCarryTheAbsoluteUrl() {
        // given
        String event = client.newEvent(pia, "Gala", "2031-05-01T18:30:00.000Z");
        String checkIn = client.newCheckIn(pia, "Bar");

        try (Feed feed = client.openFeed(max.token())) {
            // when
            JsonNode initial = Json.parse(feed.nextFrame());
            String later = client.newCheckIn(pia, "Le Sucre");
            JsonNode frame = Json.parse(feed.awaitFrame(text -> text.contains(later), "a frame with " + later));

            // then
            assertThat(initial.get("events").valueStream().filter(withId(event)))
                    .singleElement()
                    .satisfies(this::assertAbsoluteInEvent);
            assertThat(initial.get("checkIns").valueStream().filter(withId(checkIn)))
                    .singleElement()
                    .satisfies(item -> assertAbsolute(item.at("/user/avatarUrl").stringValue()));
            assertThat(frame.get("data").valueStream().filter(withId(later)))
                    .singleElement()
                    .satisfies(item -> assertAbsolute(item.at("/user/avatarUrl").stringValue()));
        }
    }

    @Test
    void theDefaultAvatarIsTheSameEverywhere() {
        String event = client.newEvent(max, "Gala", "2031-05-01T18:30:00.000Z");

        assertThat(client.get("/api/events/" + event).as(pia).send().string("/data/creator/avatarUrl"))
                .isEqualTo(max.avatarUrl());
        assertThat(client.get("/api/users/" + max.id()).as(pia).send().string("/data/avatarUrl"))
                .isEqualTo(max.avatarUrl());
    }

    private void assertAbsoluteInEvent(JsonNode event) {
        assertAbsolute(event.at("/creator/avatarUrl").stringValue());
        assertAbsolute(event.at("/attendees/0/avatarUrl").stringValue());
    }

    private void assertAbsolute(String url) {
        assertThat(url).matches("https?://[^/]+/.*").endsWith(relative);
        assertThat(url.substring(0, url.length() - relative.length())).matches("https?://[^/\\s]+(/[^\\s]*[^/\\s])?");
    }

    private static Predicate<JsonNode> withId(String id) {
        return item -> item.get("id").stringValue().equals(id);
    }
}
