package com.emlyon.connect.command.rule;

import static com.emlyon.connect.command.Campus.MONDAY;
import static com.emlyon.connect.command.Campus.PIA;
import static com.emlyon.connect.command.Campus.TOM;
import static com.emlyon.connect.command.Campus.TUESDAY;
import static com.emlyon.connect.command.Campus.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.EndPresence;
import com.emlyon.connect.api.checkin.NotCheckedIn;
import com.emlyon.connect.api.checkin.Whereabouts;
import com.emlyon.connect.api.event.CancelEvent;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import com.emlyon.connect.api.event.LeaveEvent;
import com.emlyon.platform.eventstore.append.AppendConflict;
import com.emlyon.platform.eventstore.axon.FollowUpCommands;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.refusal.Refused;
import com.emlyon.platform.projections.reaction.Reaction;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.test.utils.RecordingCommandBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhenAccountDeletedThenItsTracesEndTest {

    private static final EventId BALL = new EventId("e0e00000-0000-4000-8000-000000000001");
    private static final EventId PARTY = new EventId("e0e00000-0000-4000-8000-000000000002");
    private static final EventId TOMS_PARTY = new EventId("e0e00000-0000-4000-8000-000000000003");

    private static final AccountDeleted PIA_DELETED = new AccountDeleted(PIA, TUESDAY);

    private final RecordingCommandBus bus = new RecordingCommandBus();
    private final Reaction rule = new WhenAccountDeletedThenItsTracesEnd(
            new InvolvementsInMemory(),
            new FollowUpCommands(
                    DefaultCommandGateway.builder().commandBus(bus).build(),
                    position -> MetaData.with("cause", position)));
    private long position;

    @Test
    void aDeletedAccountIsNowhereItsEventsAreCancelledAndItLeavesWhatItJoined() {
        // given
        happens(created(BALL, PIA), created(PARTY, PIA), created(TOMS_PARTY, TOM), joined(TOMS_PARTY, PIA));

        // when
        happens(PIA_DELETED);

        // then
        assertThat(commands())
                .containsExactly(
                        new EndPresence(PIA, TUESDAY),
                        new CancelEvent(BALL, PIA, TUESDAY),
                        new CancelEvent(PARTY, PIA, TUESDAY),
                        new LeaveEvent(TOMS_PARTY, PIA, TUESDAY));
    }

    @Test
    void asLongAsNobodyLeavesNothingEnds() {
        // when
        happens(
                created(PARTY, PIA),
                joined(PARTY, TOM),
                checkedIn(PIA),
                new EventLeft(PARTY, TOM, MONDAY),
                new EventCancelled(PARTY, MONDAY));

        // then
        assertThat(commands()).isEmpty();
    }

    @Test
    void whatTheAccountLeftBeforeIsNotLeftAgain() {
        // given
        happens(created(TOMS_PARTY, TOM), joined(TOMS_PARTY, PIA), new EventLeft(TOMS_PARTY, PIA, MONDAY));

        // when
        happens(PIA_DELETED);

        // then
        assertThat(commands()).containsExactly(new EndPresence(PIA, TUESDAY));
    }

    @Test
    void whatWasCancelledBeforeIsNeitherCancelledNorLeft() {
        // given
        happens(created(PARTY, PIA), created(TOMS_PARTY, TOM), joined(TOMS_PARTY, PIA));
        happens(new EventCancelled(PARTY, MONDAY), new EventCancelled(TOMS_PARTY, MONDAY));

        // when
        happens(PIA_DELETED);

        // then
        assertThat(commands()).containsExactly(new EndPresence(PIA, TUESDAY));
    }

    @Test
    void othersStayWhereTheyAre() {
        // given
        happens(PIA_DELETED);
        bus.clearCommands();

        // when
        happens(created(PARTY, TOM), joined(BALL, TOM), checkedIn(TOM));

        // then
        assertThat(commands()).isEmpty();
    }

    @Test
    void whatArrivesAfterTheDeletionEndsAtOnce() {
        // given
        happens(PIA_DELETED);
        bus.clearCommands();

        // when
        happens(created(PARTY, PIA), joined(TOMS_PARTY, PIA), checkedIn(PIA));

        // then
        assertThat(commands())
                .containsExactly(
                        new CancelEvent(PARTY, PIA, MONDAY),
                        new LeaveEvent(TOMS_PARTY, PIA, MONDAY),
                        new EndPresence(PIA, MONDAY));
    }

    @ParameterizedTest
    @MethodSource
    void whatHasEndedAlreadyHindersNothing(Exception ended) {
        // given
        happens(created(PARTY, PIA), created(TOMS_PARTY, TOM), joined(TOMS_PARTY, PIA));
        everyCommandFailsWith(ended);

        // when the rule begins again at the fact at which it was killed
        happens(PIA_DELETED, PIA_DELETED);

        // then
        assertThat(commands().distinct())
                .containsExactly(
                        new EndPresence(PIA, TUESDAY),
                        new CancelEvent(PARTY, PIA, TUESDAY),
                        new LeaveEvent(TOMS_PARTY, PIA, TUESDAY));
        assertThat(commands()).hasSize(6);
    }

    static Stream<Exception> whatHasEndedAlreadyHindersNothing() {
        return Stream.of(new Refused(new NotCheckedIn()), new AggregateNotFoundException("presence", "never was"));
    }

    @Test
    void anyOtherFailureStopsTheRuleSoThatItIsTriedAgain() {
        // given
        happens(created(PARTY, PIA));
        everyCommandFailsWith(new ConcurrencyException("somebody was faster"));

        // when
        assertThatThrownBy(() -> happens(PIA_DELETED)).isInstanceOf(AppendConflict.class);
        bus.clearCommands();
        everyCommandSucceeds();
        happens(PIA_DELETED);

        // then
        assertThat(commands()).containsExactly(new EndPresence(PIA, TUESDAY), new CancelEvent(PARTY, PIA, TUESDAY));
    }

    @Test
    void factsThatAreToldTwiceAreRememberedOnce() {
        // given
        happens(created(PARTY, PIA), created(PARTY, PIA), joined(TOMS_PARTY, PIA), joined(TOMS_PARTY, PIA));

        // when
        happens(new AccountDeleted(PIA, WEDNESDAY));

        // then
        assertThat(commands())
                .containsExactly(
                        new EndPresence(PIA, WEDNESDAY),
                        new CancelEvent(PARTY, PIA, WEDNESDAY),
                        new LeaveEvent(TOMS_PARTY, PIA, WEDNESDAY));
    }

    private void happens(Fact... facts) {
        for (Fact fact : facts) {
            assertThat(rule.facts()).contains(fact.getClass());
            rule.react(fact, ++position);
        }
    }

    @Test
    void everyCommandNamesTheFactFromWhichItFollows() {
        // when
        happens(created(PARTY, PIA), PIA_DELETED);

        // then
        assertThat(bus.getDispatchedCommands())
                .hasSize(2)
                .allSatisfy(command -> assertThat(command.getMetaData()).containsEntry("cause", position));
    }

    private Stream<Object> commands() {
        return bus.getDispatchedCommands().stream().map(Message::getPayload);
    }

    private void everyCommandFailsWith(Exception failure) {
        bus.setCallbackBehavior((command, metaData) -> {
            throw failure;
        });
    }

    private void everyCommandSucceeds() {
        bus.setCallbackBehavior((command, metaData) -> null);
    }

    private static EventCreated created(EventId event, AccountId creator) {
        return new EventCreated(
                event,
                creator,
                Personal.of(creator, "Party"),
                Personal.of(creator, "Bring a friend"),
                WEDNESDAY,
                MONDAY);
    }

    private static EventJoined joined(EventId event, AccountId account) {
        return new EventJoined(event, account, MONDAY);
    }

    private static CheckedIn checkedIn(AccountId account) {
        return new CheckedIn(
                account,
                new CheckInId("c6740000-0000-4000-8000-000000000001"),
                Personal.of(account, new Whereabouts("Bar du Port", 45.76, 4.83, null)),
                MONDAY,
                TUESDAY);
    }
}
