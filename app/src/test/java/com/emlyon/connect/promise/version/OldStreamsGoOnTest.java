package com.emlyon.connect.promise.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckOut;
import com.emlyon.connect.api.checkin.NotCheckedIn;
import com.emlyon.connect.api.checkin.PresenceId;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.eventstore.refusal.Refused;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A stream that begins with facts of an older revision is decided on, remembered and shown like any other. The old facts are
 * check-ins of the first revision, which did not say until when; two nodes share the database.
 */
class OldStreamsGoOnTest {

    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final String CHECKED_IN = """
            {"account": "%s", "checkIn": "%s", "place": "Le Sucre", "latitude": 45.7489, "longitude": 4.8181,
             "emoji": null, "at": "%s"}""";
    private static final String CHECKED_OUT = """
            {"account": "%s", "checkIn": "%s", "at": "%s"}""";

    private static TestNode one;
    private static TestNode two;
    private static JdbcClient database;

    private final AccountId pia = AccountId.random();
    private final CheckInId old = CheckInId.random();

    @BeforeAll
    static void start() {
        String url = TestPostgres.freshDatabaseUrl();
        one = TestNode.start(url);
        two = TestNode.start(url);
        database = one.bean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    @Test
    void anOldCheckInCanBeTakenBackOnce() {
        // given
        checkedIn(pia, 0, old, now());

        // when
        send(one, new CheckOut(pia, old, now()));

        // then
        assertThat(history()).containsExactly("CheckedIn 1 " + old, "CheckedOut 1 " + old);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> send(two, new CheckOut(pia, old, now())))
                .returns(new NotCheckedIn(), Refused::refusal);
    }

    @Test
    void aNewCheckInEndsAnOldOneAndIsWrittenInTheCurrentRevision() {
        // given
        checkedIn(pia, 0, old, now());
        CheckInId young = CheckInId.random();
        Instant at = now();

        // when
        send(one, new CheckIn(pia, young, "Bar du Port", 45.76, 4.83, "🍻", at));

        // then
        assertThat(history()).containsExactly("CheckedIn 1 " + old, "CheckedOut 1 " + old, "CheckedIn 3 " + young);
        assertThat(untilOf(young)).isEqualTo(at.plus(Duration.ofHours(24)));
    }

    @Test
    void aLongOldPresenceGoesOnFromItsSnapshot() {
        // given
        for (int i = 0; i < 150; i++) {
            CheckInId former = CheckInId.random();
            checkedIn(pia, 2 * i, former, now());
            append(pia, 2 * i + 1, "CheckedOut", CHECKED_OUT.formatted(pia, former, now()));
        }
        checkedIn(pia, 300, old, now());
        CheckInId young = CheckInId.random();

        // when
        send(one, new CheckIn(pia, young, "Bar du Port", 45.76, 4.83, "🍻", now()));

        // then
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(snapshot()).hasValue(new Snapshot(302, young.value())));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> send(two, new CheckOut(pia, old, now())))
                .returns(new NotCheckedIn(), Refused::refusal);
        send(two, new CheckOut(pia, young, now()));
        assertThat(history()).hasSize(304).last().isEqualTo("CheckedOut 1 " + young);
    }

    @Test
    void anOldCheckInShowsForADayAsItAlwaysDid() {
        // given
        ContractClient client = new ContractClient(one);
        Member max = client.newMember("Max Two");
        Member zoe = client.newMember("Zoe Three");

        // when
        checkedIn(new AccountId(zoe.id()), 0, CheckInId.random(), now().minus(Duration.ofHours(24)));
        checkedIn(
                new AccountId(max.id()),
                0,
                old,
                now().minus(Duration.ofHours(24)).plus(Duration.ofMinutes(10)));

        // then
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(client.get("/api/checkins/user/" + max.id())
                                .as(zoe)
                                .send()
                                .text())
                        .contains(old.value(), "Le Sucre"));
        assertThat(client.get("/api/checkins/user/" + zoe.id()).as(max).send().rawData())
                .isEqualTo("null");
    }

    private static void checkedIn(AccountId account, int sequence, CheckInId checkIn, Instant at) {
        append(account, sequence, "CheckedIn", CHECKED_IN.formatted(account, checkIn, at));
    }

    private static void append(AccountId account, int sequence, String type, String payload) {
        new OtherVersion(database).append(new PresenceId(account).toString(), sequence, "Presence", type, 1, payload);
    }

    private static void send(TestNode node, Command command) {
        node.bean(CommandGateway.class).sendAndWait(command);
    }

    /** The facts of Pia's presence: type, revision and check-in of each. */
    private List<String> history() {
        return database.sql("SELECT concat_ws(' ', type, revision, payload ->> 'checkIn') FROM store.fact "
                        + "WHERE stream = ? ORDER BY sequence")
                .param(new PresenceId(pia).toString())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Instant untilOf(CheckInId checkIn) {
        return Instant.parse(database.sql("SELECT payload ->> 'until' FROM store.fact WHERE payload ->> 'checkIn' = ? "
                        + "AND type = 'CheckedIn'")
                .param(checkIn.value())
                .query(String.class)
                .single());
    }

    private Optional<Snapshot> snapshot() {
        return database.sql("SELECT sequence, payload ->> 'active' AS active FROM store.snapshot WHERE stream = ?")
                .param(new PresenceId(pia).toString())
                .query((row, number) -> new Snapshot(row.getLong("sequence"), row.getString("active")))
                .optional();
    }

    private static Instant now() {
        return one.bean(Clock.class).instant();
    }

    /** What is remembered of Pia's presence, and up to which of its facts. */
    private record Snapshot(long sequence, String active) {}
}
