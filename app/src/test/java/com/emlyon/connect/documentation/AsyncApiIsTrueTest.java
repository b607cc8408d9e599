package com.emlyon.connect.documentation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.feed.FeedCloseReason;
import com.emlyon.connect.contract.AnswerAssert;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.feed.FeedNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Each frame of a feed is one of the messages described for it, and each described message is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncApiIsTrueTest {

    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"");

    private final ContractClient client = new ContractClient(FeedNode.node());
    private final ApiDocument document = ApiDocument.ofFeedsReadBy(client);
    private final Map<String, List<JsonNode>> told = new HashMap<>();

    @BeforeAll
    void listenWhileEverythingHappens() {
        Member pia = client.newMember("Pia One");
        Member eva = client.newMember("Eva Three");
        client.newCheckIn(eva, "Le Sucre");
        client.newEvent(eva, "Gala", "2031-05-01");
        try (Feed lists = client.openFeed(pia.token());
                Feed changes = client.openChanges(pia.token(), Optional.empty());
                Feed projections = client.openAdminFeed(client.admin().token())) {
            hear("lists", lists.nextFrame());
            hear("projections", projections.nextFrame());

            Member max = client.newMember("Max Two");
            client.newCheckIn(max, "Le Sucre");
            hear("lists", lists.awaitFrame(frame -> frame.startsWith("{\"type\":\"checkIns\""), "check-ins"));
            client.newCheckIn(max, "Bar du Port");
            String event = client.newEvent(max, "Gala", "2031-05-01");
            hear("lists", lists.awaitFrame(frame -> frame.startsWith("{\"type\":\"events\""), "events"));
            joinChangeAndLeave(pia, max, event);
            client.put("/api/users/me").as(max).json("{\"name\":\"Max Four\"}").send();
            AnswerAssert.assertThat(client.deletionOf(max).send()).hasStatus(200);

            hearUntil("changes", changes, "{\"type\":\"removed\",\"entity\":\"user\"");
            hearUntil("changes", changes, "{\"type\":\"heartbeat\"");
        }
    }

    private void joinChangeAndLeave(Member guest, Member creator, String event) {
        client.post("/api/events/%s/attend".formatted(event)).as(guest).send();
        client.put("/api/events/" + event)
                .as(creator)
                .json("{\"title\":\"Grand gala\"}")
                .send();
        client.delete("/api/events/%s/attend".formatted(event)).as(guest).send();
    }

    private void hearUntil(String channel, Feed feed, String beginning) {
        String frame;
        do {
            frame = feed.nextFrame();
            hear(channel, frame);
        } while (!frame.startsWith(beginning));
    }

    private void hear(String channel, String frame) {
        told.computeIfAbsent(channel, name -> new ArrayList<>()).add(Json.parse(frame));
    }

    @Test
    void eachFrameIsJustOneOfTheMessagesOfItsChannel() {
        told.forEach((channel, frames) -> assertThat(frames)
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(meanings(channel, frame))
                        .as("what %s means in %s: %s", frame, channel, mistakes(channel, frame))
                        .hasSize(1)));
    }

    @Test
    void eachMessageOfAChannelIsTold() {
        told.forEach((channel, frames) -> assertThat(
                        frames.stream().flatMap(frame -> meanings(channel, frame).stream()))
                .as("messages of %s", channel)
                .containsAll(messages(channel)));
    }

    @Test
    void itDescribesTheseFeedsAndNoOthers() {
        assertThat(document.root().get("asyncapi").stringValue()).isEqualTo("3.0.0");
        assertThat(document.root().get("channels").propertyNames()).containsExactlyInAnyOrderElementsOf(told.keySet());
        assertThat(document.root().at("/servers/here/host").stringValue())
                .isEqualTo("localhost:" + FeedNode.node().http().getPort());
        assertThat(document.root().at("/servers/here/protocol").stringValue()).isEqualTo("ws");
        assertThat(document.root().at("/info/version").stringValue()).isNotBlank();
    }

    @Test
    void whatItRefersToExistsAndWhatItHasIsReferredTo() {
        Set<String> references = REFERENCE
                .matcher(document.root().toString())
                .results()
                .map((MatchResult reference) -> reference.group(1))
                .collect(toSet());

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(document.root().at(reference).isMissingNode())
                                .as(reference)
                                .isFalse());
        assertThat(document.root().get("components").propertyStream())
                .allSatisfy(kind -> assertThat(kind.getValue().propertyNames())
                        .allSatisfy(
                                name -> assertThat(references).contains("/components/" + kind.getKey() + "/" + name)));
    }

    @Test
    void itSaysHowConnectionsEnd() {
        assertThat(document.root().get("channels").valueStream())
                .allSatisfy(channel -> assertThat(channel.get("x-close-codes").valueStream())
                        .extracting(ending -> ending.get("code").intValue() + " "
                                + ending.get("reason").stringValue())
                        .hasSize(FeedCloseReason.values().length)
                        .contains("1008 Session terminée", "1009 Message trop long", "1012 "));
    }

    private Set<String> messages(String channel) {
        return Set.copyOf(
                document.root().at("/channels/%s/messages".formatted(channel)).propertyNames());
    }

    private Set<String> meanings(String channel, JsonNode frame) {
        return messages(channel).stream()
                .filter(message -> document.mistakes(payload(message), frame).isEmpty())
                .collect(toSet());
    }

    private String mistakes(String channel, JsonNode frame) {
        return messages(channel).stream()
                .map(message -> message + document.mistakes(payload(message), frame))
                .collect(joining("\n", "\n", "\n"));
    }

    private JsonNode payload(String message) {
        return document.root().at("/components/messages/%s/payload".formatted(message));
    }
}
