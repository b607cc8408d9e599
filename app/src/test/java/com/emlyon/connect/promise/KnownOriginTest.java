package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every kind of fact says who asked, by which command, and what it answers to; and none keeps a secret. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownOriginTest {

    private final TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl());
    private final ContractClient client = new ContractClient(node);
    private final History history = new History(node);
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");

    @BeforeAll
    void everythingHappens() {
        // What students do
        String joined = client.newEvent(max, "Bal", "2031-05-01");
        String own = client.newEvent(pia, "Gala", "2031-05-01");
        String off = client.newEvent(max, "Loto", "2031-05-01");
        done(client.put("/api/users/me").as(pia).json("{\"name\":\"Pia Three\"}"));
        client.newAvatar(pia);
        done(client.put("/api/users/me/password")
                .as(max)
                .json("{\"currentPassword\":\"lemotdepasse\",\"newPassword\":\"lemotdepasse\"}"));
        client.newCheckIn(pia, "Le Sucre");
        done(client.delete("/api/checkins/" + client.newCheckIn(pia, "Le Bar")).as(pia));
        client.newCheckIn(pia, "La Gare");
        done(client.put("/api/events/" + own).as(pia).json("{\"title\":\"Grand Gala\"}"));
        done(client.post("/api/events/" + own + "/attend").as(max));
        done(client.delete("/api/events/" + own + "/attend").as(max));
        done(client.post("/api/events/" + joined + "/attend").as(pia));
        done(client.delete("/api/events/" + off).as(max));

        // What rules do
        done(client.deletionOf(pia));
        new Processors(node, "rules").awaitEndOfHistory();
    }

    private static void done(Call call) {
        assertThat(call.send()).hasStatus(200);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void everyKindOfFactHasHappened() {
        Set<String> kinds = node.bean(StoredTypes.class).namesOf(Fact.class::isAssignableFrom);

        assertThat(history.all().stream().map(StoredFact::type)).containsAll(kinds);
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(13);
    }

    @Test
    void everyFactSaysWhoAskedAndByWhichCommand() {
        assertThat(history.all()).allSatisfy(fact -> {
            assertThat(fact.origin("actor")).isIn(pia.id(), max.id());
            assertThat(fact.origin("command")).isNotEmpty();
            assertThat(fact.origin("commandId")).isNotEmpty();
            assertThat(fact.metadata().propertyNames()).isSubsetOf("actor", "command", "commandId", "cause");
        });
    }

    @Test
    void theCommandIsTheOneThatLedToIt() {
        Map<String, Set<String>> commands = history.all().stream()
                .collect(toMap(
                        StoredFact::type,
                        fact -> Set.of(fact.origin("command")),
                        (some, others) ->
                                Stream.concat(some.stream(), others.stream()).collect(toSet())));

        assertThat(commands)
                .containsOnly(
                        entry("AccountRegistered", Set.of("RegisterAccount")),
                        entry("EmailClaimed", Set.of("RegisterAccount")),
                        entry("AccountRenamed", Set.of("RenameAccount")),
                        entry("AvatarChanged", Set.of("ChangeAvatar")),
                        entry("PasswordChanged", Set.of("ChangePassword")),
                        entry("AccountDeleted", Set.of("DeleteAccount")),
                        entry("EmailReleased", Set.of("DeleteAccount")),
                        entry("CheckedIn", Set.of("CheckIn")),
                        entry("CheckedOut", Set.of("CheckIn", "CheckOut", "EndPresence")),
                        entry("EventCreated", Set.of("CreateEvent")),
                        entry("EventUpdated", Set.of("UpdateEvent")),
                        entry("EventJoined", Set.of("JoinEvent")),
                        entry("EventLeft", Set.of("LeaveEvent")),
                        entry("EventCancelled", Set.of("CancelEvent")));
    }

    @Test
    void factsOfOneDecisionNameOneCommand() {
        Map<String, List<StoredFact>> byCommand =
                history.all().stream().collect(groupingBy(fact -> fact.origin("commandId")));

        assertThat(byCommand.values())
                .allSatisfy(facts -> assertThat(facts)
                        .extracting(fact -> fact.origin("command"), fact -> fact.origin("actor"))
                        .hasSize(facts.size())
                        .containsOnly(tuple(
                                facts.getFirst().origin("command"),
                                facts.getFirst().origin("actor"))))
                .anySatisfy(facts ->
                        assertThat(facts).extracting(StoredFact::type).containsExactly("CheckedOut", "CheckedIn"));
    }

    @Test
    void whatARuleDidNamesTheFactThatItAnsweredToAndWhoHadAskedForThat() {
        StoredFact deletion =
                history.all(fact -> fact.type().equals("AccountDeleted")).getFirst();
        List<StoredFact> answers = history.all(fact -> !fact.origin("cause").isEmpty());

        assertThat(answers)
                .extracting(StoredFact::type)
                .containsExactlyInAnyOrder("CheckedOut", "EventCancelled", "EventLeft");
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.origin("cause")).isEqualTo(deletion.id());
            assertThat(answer.origin("actor")).isEqualTo(pia.id());
            assertThat(answer.origin("commandId")).isNotEqualTo(deletion.origin("commandId"));
            assertThat(answer.position()).isGreaterThan(deletion.position());
        });
    }

    @Test
    void noFactKeepsAPasswordOrItsHashOrAToken() {
        List<String> rows = node.bean(JdbcClient.class)
                .sql(
                        "SELECT fact::text FROM store.fact UNION ALL SELECT snapshot::text FROM store.snapshot AS snapshot")
                .query((row, number) -> row.getString(1))
                .list();
        String hash = node.bean(JdbcClient.class)
                .sql("SELECT password_hash FROM store.credential WHERE account = ?")
                .param(max.id())
                .query(String.class)
                .single();

        assertThat(hash).startsWith("$2a$");
        assertThat(rows)
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(row.replaceAll("PasswordChanged|ChangePassword", ""))
                        .doesNotContain(hash, ContractClient.PASSWORD, pia.token(), max.token())
                        .doesNotContainPattern("\\$2[aby]\\$")
                        .doesNotContainIgnoringCase("password"));
    }
}
