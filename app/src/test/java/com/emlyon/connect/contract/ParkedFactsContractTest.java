package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.Poison;
import com.emlyon.connect.app.TestNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** /api/admin/projections/{name}/parked, which the original did not have. */
@ContractTest
class ParkedFactsContractTest {

    private static final String PARKED = "/api/admin/projections/check-ins/parked";
    private static final String NOT_PARKED = "Aucun fait en attente à cette position";

    private final ContractClient client = new ContractClient();
    private final Member admin = client.admin();
    private final Poison poison = new Poison(TestNode.shared());

    private String student = "";
    private long broken;
    private long next;

    @BeforeEach
    void aFactIsPoisonousAndAnotherFollows() {
        student = UUID.randomUUID().toString();
        broken = poison.brokenCheckOut(student, 0);
        next = poison.checkIn(student, 1, "Ninkasi");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> parked().size() == 2);
    }

    @AfterEach
    void nothingIsLeft() {
        client.delete(PARKED + "/" + broken + "?stream=true").as(admin).send();
        client.delete(PARKED + "/" + next + "?stream=true").as(admin).send();
    }

    @Test
    void theListSaysWhichFactsAndWhy() {
        List<JsonNode> facts = parked();

        assertThat(facts)
                .allSatisfy(fact -> assertThat(fact.propertyNames())
                        .containsExactly("position", "stream", "type", "failure", "parkedAt", "generation", "serving"))
                .allSatisfy(fact -> assertThat(fact.get("type").stringValue()).isIn("CheckedOut", "CheckedIn"))
                .allSatisfy(
                        fact -> assertThat(fact.get("serving").booleanValue()).isTrue());
        assertThat(facts).extracting(fact -> fact.get("position").longValue()).containsExactly(broken, next);
        assertThat(facts.getFirst().get("failure").stringValue())
                .isEqualTo("The fact CheckedOut of revision 1 cannot be read: it has not the shape of its revision");
        assertThat(facts.getLast().get("failure").isNull()).isTrue();
    }

    @Test
    void oneOfThemIsShownAsItIsStoredWithWhatWaitsBehindIt() {
        Answer answer = client.get(PARKED + "/" + broken).as(admin).send();

        assertThat(answer).hasStatus(200).isJson();
        assertThat(answer.at("/data").propertyNames()).containsExactly("fact", "parked", "followedBy");
        assertThat(answer.string("/data/fact/payload/plaec")).isEqualTo(Poison.PLACE);
        assertThat(answer.string("/data/fact/revision")).isEqualTo("1");
        assertThat(answer.wholeNumber("/data/parked/0/position")).isEqualTo(broken);
        assertThat(answer.at("/data/followedBy").toString()).isEqualTo("[" + next + "]");
        assertThat(client.get(PARKED + "/" + next).as(admin).send().at("/data/followedBy"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fr, Faits repris", "en, Facts taken up again"})
    void aRetryThatFailsAgainSaysSo(String language, String message) {
        String expected =
                "{\"success\":true,\"message\":\"%s\",\"data\":{\"digested\":0,\"parked\":2}}".formatted(message);

        assertThat(client.post(PARKED + "/" + broken + "/retry")
                        .as(admin)
                        .header("Accept-Language", language)
                        .send())
                .hasStatus(200)
                .hasBody(expected);
        assertThat(client.post(PARKED + "/retry")
                        .as(admin)
                        .header("Accept-Language", language)
                        .send())
                .hasStatus(200)
                .hasBody(expected);
        assertThat(parked()).hasSize(2);
    }

    @Test
    void withoutThePoisonTheOthersOfItsStreamAreTakenUp() {
        assertThat(client.delete(PARKED + "/" + broken).as(admin).send())
                .hasStatus(200)
                .hasBody("{\"success\":true,\"message\":\"Fait écarté\",\"data\":{\"digested\":1,\"parked\":0}}");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aStreamIsDiscardedAsAWholeWhenThatIsAsked() {
        assertThat(client.delete(PARKED + "/" + broken + "?stream=true")
                        .as(admin)
                        .inEnglish()
                        .send())
                .hasStatus(200)
                .hasBody("{\"success\":true,\"message\":\"Fact discarded\",\"data\":{\"digested\":0,\"parked\":0}}");
        assertThat(parked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999", "0", "-1", "x", "9223372036854775808", "%20"})
    void whatIsNotParkedIsNotFound(String position) {
        assertThat(client.get(PARKED + "/" + position).as(admin).send()).isFailure(404, NOT_PARKED);
        assertThat(client.post(PARKED + "/" + position + "/retry").as(admin).send())
                .isFailure(404, NOT_PARKED);
        assertThat(client.delete(PARKED + "/" + position).as(admin).send()).isFailure(404, NOT_PARKED);
        assertThat(client.get(PARKED + "/" + position).as(admin).inEnglish().send())
                .isFailure(404, "No fact is parked at this position");
    }

    private List<JsonNode> parked() {
        Answer answer = client.get(PARKED).as(admin).send();
        assertThat(answer).hasStatus(200);
        return answer.items(fact -> fact.get("stream").stringValue().endsWith(student))
                .toList();
    }
}
