package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Texts that look like none, or like somebody else's; which characters are meant says {@code VisibleTextTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvisibleTextsTest {

    /** Persian with a non-joiner, and an emoji of four characters. */
    private static final String MEANT = "می‌خواهم 👩🏽‍🚀 ❤️";

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");
    private final String event = client.newEvent(pia, "Gala", "2031-05-01");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "\u3164",
                "\u2800",
                "\u00AD",
                "\u2060",
                "\u202E\u202C",
                "\u0001",
                "\u001C\u001F",
                "\uFE0F",
                "\u2066"
            })
    void aTextOfWhichNothingIsSeenCountsAsNone(String nothing) {
        assertThat(register(nothing, "Dev")).isFailure(400, "Le nom est requis");
        assertThat(rename(nothing)).isFailure(400, "Le nom ne peut pas être vide");
        assertThat(checkIn(nothing, "🍻")).isFailure(400, "Le nom du lieu est requis");
        assertThat(create(nothing, "Au parc")).isFailure(400, "Le titre est requis");
        assertThat(create("Gala", nothing)).isFailure(400, "La description est requise");
        assertThat(update("title", nothing)).isFailure(400, "Le titre est requis");
        assertThat(update("description", nothing)).isFailure(400, "La description est requise");
        assertThat(checkIn("Bar", nothing).string("/data/statusEmoji")).isEmpty();
        assertThat(register("Pia", nothing).string("/data/user/promotion")).isEqualTo("EMI");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pia\u200B",
                "\u2800Pia",
                "P\u00ADia",
                "\u202EPia",
                "\u2068Pia\u2069",
                "P\u001Dia\u3164",
                "Pi\u200Da"
            })
    void whatLooksTheSameIsTheSame(String disguised) {
        assertThat(register(disguised, disguised).string("/data/user/name")).isEqualTo("Pia");
        assertThat(register("Pia", disguised).string("/data/user/promotion")).isEqualTo("Pia");
        assertThat(rename(disguised).string("/data/name")).isEqualTo("Pia");
        assertThat(checkIn(disguised, disguised).string("/data/locationName")).isEqualTo("Pia");
        assertThat(checkIn(disguised, disguised).string("/data/statusEmoji")).isEqualTo("Pia");
        assertThat(create(disguised, disguised).string("/data/title")).isEqualTo("Pia");
        assertThat(create(disguised, disguised).string("/data/description")).isEqualTo("Pia");
        assertThat(update("title", disguised).string("/data/title")).isEqualTo("Pia");
        assertThat(update("description", disguised).string("/data/description")).isEqualTo("Pia");
    }

    @Test
    void whatIsMeantComesBackAsSent() {
        assertThat(register(MEANT, MEANT).string("/data/user/name")).isEqualTo(MEANT);
        assertThat(register(MEANT, MEANT).string("/data/user/promotion")).isEqualTo(MEANT);
        assertThat(rename(MEANT).string("/data/name")).isEqualTo(MEANT);
        assertThat(checkIn(MEANT, MEANT).string("/data/locationName")).isEqualTo(MEANT);
        assertThat(checkIn(MEANT, MEANT).string("/data/statusEmoji")).isEqualTo(MEANT);
        assertThat(create(MEANT, "Au parc,\n" + MEANT).string("/data/description"))
                .isEqualTo("Au parc,\n" + MEANT);
        assertThat(update("title", MEANT).string("/data/title")).isEqualTo(MEANT);
    }

    private Answer register(String name, String promotion) {
        return client.post("/api/auth/register")
                .json("{\"email\":\"%s\",\"password\":\"%s\",\"name\":%s,\"promotion\":%s}"
                        .formatted(ContractClient.freshEmail(), ContractClient.PASSWORD, json(name), json(promotion)))
                .send();
    }

    private Answer rename(String name) {
        return client.put("/api/users/me")
                .as(pia)
                .json("{\"name\":%s}".formatted(json(name)))
                .send();
    }

    private Answer checkIn(String place, String emoji) {
        return client.post("/api/checkins")
                .as(pia)
                .json("{\"locationName\":%s,\"latitude\":1,\"longitude\":1,\"statusEmoji\":%s}"
                        .formatted(json(place), json(emoji)))
                .send();
    }

    private Answer create(String title, String description) {
        return client.post("/api/events")
                .as(pia)
                .json("{\"title\":%s,\"description\":%s,\"date\":\"2031-05-01\"}"
                        .formatted(json(title), json(description)))
                .send();
    }

    private Answer update(String field, String text) {
        return client.put("/api/events/" + event)
                .as(pia)
                .json("{\"%s\":%s}".formatted(field, json(text)))
                .send();
    }

    private static String json(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
