package com.emlyon.connect.promise;

import static com.emlyon.connect.promise.Campus.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.connect.api.account.RenameAccount;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckOut;
import com.emlyon.connect.api.event.CancelEvent;
import com.emlyon.connect.api.event.CreateEvent;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.api.event.LeaveEvent;
import com.emlyon.connect.api.event.UpdateEvent;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An aggregate with a long history is remembered in the store, and whoever begins there decides as the facts say. Here one
 * node makes the history, and the other, which has never seen the aggregate, decides.
 */
class SnapshotsOfLongStreamsTest {

    private static final int MANY = 260;

    private final TwoNodes nodes = TwoNodes.shared();
    private final Campus here = nodes.campus(0);
    private final Campus there = nodes.campus(1);
    private final JdbcClient database = nodes.node(0).bean(JdbcClient.class);
    private final AccountId pia = AccountId.random();
    private final AccountId max = AccountId.random();

    @Test
    void aLongPresenceGoesOnFromItsSnapshot() {
        // given
        List<CheckInId> checkIns =
                IntStream.range(0, MANY / 2).mapToObj(i -> CheckInId.random()).toList();
        checkIns.forEach(checkIn -> assertThat(here.send(checkIn(checkIn))).isEqualTo(DONE));

        // then
        assertThat(snapshotOf("presence-" + pia)).isEqualTo(new Snapshot("Presence", "1"));
        assertThat(there.send(new CheckOut(pia, checkIns.getFirst(), there.now())))
                .isEqualTo("NotCheckedIn");
        assertThat(there.send(new CheckOut(pia, checkIns.getLast(), there.now())))
                .isEqualTo(DONE);
        assertThat(there.send(new CheckOut(pia, checkIns.getLast(), there.now())))
                .isEqualTo("NotCheckedIn");
    }

    @Test
    void anEventWithManyAttendeesGoesOnFromItsSnapshot() {
        // given
        EventId gala = created();
        List<AccountId> attendees = joinedByMany(gala);

        // then
        assertThat(snapshotOf(gala.toString())).isEqualTo(new Snapshot("CampusEvent", "2"));
        assertThat(there.send(new JoinEvent(gala, attendees.getFirst(), there.now())))
                .isEqualTo("AlreadyJoined");
        assertThat(there.send(new LeaveEvent(gala, attendees.getFirst(), there.now())))
                .isEqualTo(DONE);
        assertThat(there.send(new JoinEvent(gala, pia, there.now()))).isEqualTo(DONE);
        assertThat(there.send(new LeaveEvent(gala, max, there.now()))).isEqualTo("CreatorCannotLeave");
        assertThat(there.send(new CancelEvent(gala, pia, there.now()))).isEqualTo("EventNotYours");

        // then
        assertThat(there.send(new UpdateEvent(
                        gala, max, Optional.of("Bal"), Optional.empty(), Optional.empty(), there.now())))
                .isEqualTo(DONE);
        assertThat(nodes.history().of(gala.toString()).getLast())
                .returns("EventUpdated", StoredFact::type)
                .returns("Bal", fact -> opened(fact.says("title")))
                .returns("Au parc", fact -> opened(fact.says("description")));
        assertThat(there.send(new CancelEvent(gala, max, there.now()))).isEqualTo(DONE);
    }

    @Test
    void anAccountThatWasOftenRenamedGoesOnFromItsSnapshot() {
        // given
        RegisterAccount registration = here.registration(new EmailAddress(ContractClient.unique() + "@x.org"), "Pia 0");
        AccountId account = registration.account();
        here.send(registration);
        for (int i = 1; i < MANY; i++) {
            assertThat(here.send(new RenameAccount(account, "Pia " + i, here.now())))
                    .isEqualTo(DONE);
        }

        // then
        assertThat(snapshotOf(account.toString())).isEqualTo(new Snapshot("Account", "2"));
        assertThat(there.send(new RenameAccount(account, "Pia " + (MANY - 1), there.now())))
                .isEqualTo(DONE);
        assertThat(nodes.history().of(account.toString())).hasSize(MANY);

        // then
        assertThat(there.send(new DeleteAccount(account, there.now()))).isEqualTo(DONE);
        assertThat(nodes.history().of(registration.emailKey().toString()).getLast())
                .returns("EmailReleased", StoredFact::type);
    }

    @Test
    void anAddressThatWasOftenClaimedGoesOnFromItsSnapshot() {
        // given
        EmailAddress address = new EmailAddress(ContractClient.unique() + "@x.org");
        EmailKey key = here.registration(address, "Pia").emailKey();
        for (int i = 0; i < MANY / 2; i++) {
            RegisterAccount registration = here.registration(address, "Pia");
            assertThat(here.send(registration)).isEqualTo(DONE);
            assertThat(here.send(new DeleteAccount(registration.account(), here.now())))
                    .isEqualTo(DONE);
        }

        // then
        assertThat(snapshotOf(key.toString())).isEqualTo(new Snapshot("EmailClaim", "1"));
        assertThat(there.send(there.registration(address, "Pia"))).isEqualTo(DONE);
        assertThat(there.send(there.registration(address, "Max"))).isEqualTo("EmailTaken");
    }

    @Test
    void aSnapshotIsBelieved() {
        // given
        EventId gala = created();
        AccountId early = joinedByMany(gala).getFirst();
        snapshotOf(gala.toString());

        // when
        forgeSnapshotWithout(early, gala, "2");

        // then
        assertThat(there.send(new JoinEvent(gala, early, there.now()))).isEqualTo(DONE);
    }

    @Test
    void aSnapshotOfAnotherRevisionIsPassedOverAndReplaced() {
        // given
        EventId gala = created();
        AccountId early = joinedByMany(gala).getFirst();
        snapshotOf(gala.toString());

        // when
        forgeSnapshotWithout(early, gala, "1");

        // then
        assertThat(there.send(new JoinEvent(gala, early, there.now()))).isEqualTo("AlreadyJoined");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(snapshotOf(gala.toString()).revision()).isEqualTo("2"));
    }

    private String opened(String encrypted) {
        return nodes.node(1)
                .bean(PersonalDataReader.class)
                .text(Personal.encrypted(encrypted))
                .orElseThrow();
    }

    private CheckIn checkIn(CheckInId checkIn) {
        return new CheckIn(pia, checkIn, "Le Sucre", 45.7489, 4.8181, null, here.now());
    }

    private EventId created() {
        EventId event = EventId.random();
        Instant date = Instant.parse("2031-05-01T18:30:00Z");
        here.send(new CreateEvent(event, max, "Gala", "Au parc", date, here.now()));
        return event;
    }

    private List<AccountId> joinedByMany(EventId event) {
        List<AccountId> students =
                IntStream.range(0, MANY).mapToObj(i -> AccountId.random()).toList();
        students.forEach(student ->
                assertThat(here.send(new JoinEvent(event, student, here.now()))).isEqualTo(DONE));
        return students;
    }

    /** What a slip of the hand might do: it makes visible who reads the snapshot. */
    private void forgeSnapshotWithout(AccountId attendee, EventId event, String revision) {
        int forged = database.sql("""
                        UPDATE store.snapshot
                        SET payload = jsonb_set(payload, '{attendees}', (payload -> 'attendees') - ?), revision = ?
                        WHERE stream = ? AND payload -> 'attendees' @> to_jsonb(?::text)
                        """)
                .params(attendee.value(), revision, event.value(), attendee.value())
                .update();
        assertThat(forged).isEqualTo(1);
    }

    /** The snapshot of the stream, once there is one. */
    private Snapshot snapshotOf(String stream) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> database.sql(
                                        "SELECT type, revision FROM store.snapshot WHERE stream = ? AND sequence > 150")
                                .param(stream)
                                .query(Snapshot.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Under which name and revision a snapshot lies in the store. */
    record Snapshot(String type, String revision) {}
}
