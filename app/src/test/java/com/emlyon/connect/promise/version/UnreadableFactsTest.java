package com.emlyon.connect.promise.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckOut;
import com.emlyon.connect.api.checkin.PresenceId;
import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.eventstore.fact.UnreadableFact;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this version cannot read, because a newer one has written it, stops whoever meets it. It is never passed over. */
class UnreadableFactsTest {

    private static final String CHECKED_OUT = """
            {"account": "%s", "checkIn": "%s", "at": "2026-11-23T08:15:30.123456Z", "why": "tired"}""";

    private final TestNode node = StillNode.shared();
    private final JdbcClient database = node.bean(JdbcClient.class);
    private final AccountId pia = AccountId.random();
    private final CheckInId checkIn = CheckInId.random();
    private final String stream = new PresenceId(pia).toString();

    @ParameterizedTest
    @CsvSource({"CheckedOut, 7", "FellAsleep, 1"})
    void nobodyDecidesOverWhatHeCannotRead(String type, int revision) {
        // given
        send(new CheckIn(pia, checkIn, "Le Sucre", 45.7489, 4.8181, null, now()));
        long position = append(1, type, revision);

        // when
        assertThatExceptionOfType(UnreadableFact.class)
                .isThrownBy(() -> send(new CheckOut(pia, checkIn, now())))
                .withMessageContaining("%s of revision %d at position %d", type, revision, position);

        // then
        assertThat(factsOfPia()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"CheckedOut, 7", "FellAsleep, 1"})
    void whoeverFollowsTheHistoryStopsThere(String type, int revision) {
        // given
        long position = append(0, type, revision);

        // then
        assertThatExceptionOfType(UnreadableFact.class)
                .isThrownBy(() -> firstAfter(position - 1))
                .withMessageContaining("%s of revision %d at position %d", type, revision, position);
    }

    @Test
    void aFactThatItsStepsDoNotExpectIsNamedWhenItIsAskedFor() {
        // given
        long position = new OtherVersion(database).append(stream, 0, "Presence", "CheckedIn", 1, "{}");

        // then
        TrackedEventMessage<?> fact = firstAfter(position - 1);
        assertThatExceptionOfType(UnreadableFact.class)
                .isThrownBy(fact::getPayload)
                .withMessageContaining("CheckedIn of revision 1 at position %d", position);
    }

    private TrackedEventMessage<?> firstAfter(long position) {
        try (var facts =
                node.bean(EventStorageEngine.class).readEvents(new GlobalSequenceTrackingToken(position), false)) {
            return facts.findFirst().orElseThrow();
        }
    }

    private void send(Command command) {
        node.bean(CommandGateway.class).sendAndWait(command);
    }

    private long append(long sequence, String type, int revision) {
        return new OtherVersion(database)
                .append(stream, sequence, "Presence", type, revision, CHECKED_OUT.formatted(pia, checkIn));
    }

    private long factsOfPia() {
        return database.sql("SELECT count(*) FROM store.fact WHERE stream = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    private Instant now() {
        return node.bean(Clock.class).instant();
    }
}
