package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** GET /api/admin/audit, which the original did not have. */
@ContractTest
class AuditTrailContractTest {

    private final ContractClient client = new ContractClient();
    private final Member admin = client.admin();

    @Test
    void anEntrySaysWhatHappenedByWhomToWhomFromWhere() {
        Member pia = client.newMember("Pia One");
        client.login(pia.email(), ContractClient.PASSWORD);

        // when
        List<JsonNode> entries = await(pia, 2);

        // then
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.propertyNames())
                        .containsExactly("number", "at", "kind", "by", "subject", "address", "details", "hash"));
        assertThat(texts(entries, "kind")).containsExactly("LOGGED_IN", "REGISTERED");
        assertThat(texts(entries, "by")).containsOnly(pia.id());
        assertThat(texts(entries, "subject")).containsOnly(pia.id());
        assertThat(texts(entries, "address")).allMatch(hash -> hash.matches("[0-9a-f]{32}"));
        assertThat(texts(entries, "hash")).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(entries).allMatch(entry -> entry.get("details").isEmpty());
        assertThat(Instant.parse(entries.getLast().get("at").stringValue()))
                .isBetween(
                        Instant.parse(pia.createdAt()),
                        Instant.parse(pia.createdAt()).plusSeconds(60));
    }

    @Test
    void theTrailIsReadInPagesFromItsEnd() {
        Member pia = client.newMember("Pia One");
        client.login(pia.email(), ContractClient.PASSWORD);
        client.delete("/api/users/me/sessions").as(pia).send();
        List<Long> numbers = await(pia, 3).stream()
                .map(entry -> entry.get("number").longValue())
                .toList();

        assertThat(numbers).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(numbers(about(pia, "&limit=2"))).isEqualTo(numbers.subList(0, 2));
        assertThat(numbers(about(pia, "&limit=2&before=" + numbers.get(1)))).isEqualTo(numbers.subList(2, 3));
        assertThat(numbers(about(pia, "&before=" + numbers.getLast()))).isEmpty();
        assertThat(numbers(about(pia, "&before=&limit=&kind=&from=&until="))).isEqualTo(numbers);
        assertThat(numbers(read("?limit=500"))).containsAll(numbers);
        assertThat(numbers(read("?limit=1"))).hasSize(1);
    }

    @Test
    void itIsSearchedByKindAccountAndTime() {
        Member pia = client.newMember("Pia One");
        client.login(pia.email(), "pas celui-ci");
        client.get("/api/admin/history/presence-" + pia.id()).as(admin).send();
        client.get("/api/admin/history/" + pia.id()).as(admin).send();
        List<JsonNode> entries = await(pia, 3);
        String refused = entries.get(1).get("at").stringValue();

        assertThat(texts(entries, "kind")).containsExactly("HISTORY_READ", "LOGIN_REFUSED", "REGISTERED");
        assertThat(texts(about(pia, "&kind=LOGIN_REFUSED"), "kind")).containsExactly("LOGIN_REFUSED");
        assertThat(about(pia, "&kind=MORE_REFUSED").items()).isEmpty();
        assertThat(texts(about(pia, "&from=" + refused), "kind")).containsExactly("HISTORY_READ", "LOGIN_REFUSED");
        assertThat(texts(about(pia, "&until=" + refused), "kind")).containsExactly("REGISTERED");
        assertThat(about(pia, "&until=2020-01-01T00:00:00%2B01:00").items()).isEmpty();
        assertThat(read("?account=nobody").items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "before=0 | Le paramètre before doit être un nombre entier à partir de 1",
                "before=x | Le paramètre before doit être un nombre entier à partir de 1",
                "limit=0 | Le paramètre limit doit être un nombre entier entre 1 et 500",
                "limit=501 | Le paramètre limit doit être un nombre entier entre 1 et 500",
                "kind=login | Le paramètre kind doit être le nom d'une sorte d'entrée, comme LOGIN_REFUSED",
                "from=hier | Les paramètres from et until doivent être des instants, comme 2031-05-01T18:30:00Z",
                "until=2031-05-01T18:30:00 | Les paramètres from et until doivent être des instants, comme 2031-05-01T18:30:00Z"
            })
    void whatCannotBeUnderstoodIsRefusedInWords(String query, String text) {
        assertThat(read("?" + query)).isFailure(400, text);
    }

    @Test
    void theWordsAreEnglishForWhomPrefersIt() {
        assertThat(client.get("/api/admin/audit?kind=x").as(admin).inEnglish().send())
                .isFailure(400, "The parameter kind must name a kind of entry, such as LOGIN_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nobodyChangesItOverHttp(String method) {
        assertThat(client.call(method, "/api/admin/audit").as(admin).send()).hasStatus(404);
    }

    @Test
    void studentsDoNotReadItAndThatTheyHaveTriedIsInIt() {
        Member pia = client.newMember("Pia One");

        assertThat(client.get("/api/admin/audit").as(pia).send()).isFailure(403, "Non autorisé");

        assertThat(texts(await(pia, 2), "kind")).containsExactly("ADMIN_REFUSED", "REGISTERED");
    }

    /** What is entered beside a request is there a moment later. */
    private List<JsonNode> await(Member member, int entries) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> about(member, "").items().toList(), found -> found.size() >= entries);
    }

    private Answer about(Member member, String query) {
        return read("?account=" + member.id() + query);
    }

    private Answer read(String query) {
        return client.get("/api/admin/audit" + query).as(admin).send();
    }

    private static List<String> texts(Answer answer, String name) {
        return texts(answer.items().toList(), name);
    }

    private static List<String> texts(List<JsonNode> entries, String name) {
        return entries.stream().map(entry -> entry.get(name).stringValue()).toList();
    }

    private static List<Long> numbers(Answer answer) {
        return answer.items().map(entry -> entry.get("number").longValue()).toList();
    }
}
