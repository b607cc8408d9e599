package com.emlyon.connect.command.event;

import static com.emlyon.connect.command.Campus.MONDAY;
import static com.emlyon.connect.command.Campus.PIA;
import static com.emlyon.connect.command.Campus.TOM;
import static com.emlyon.connect.command.Campus.TUESDAY;
import static com.emlyon.connect.command.Campus.WEDNESDAY;
import static com.emlyon.connect.command.Campus.ZOE;
import static com.emlyon.connect.command.RefusedBecause.refusedBecause;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.AlreadyJoined;
import com.emlyon.connect.api.event.CancelEvent;
import com.emlyon.connect.api.event.CreateEvent;
import com.emlyon.connect.api.event.CreatorCannotLeave;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCommand;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import com.emlyon.connect.api.event.EventNotYours;
import com.emlyon.connect.api.event.EventUnknown;
import com.emlyon.connect.api.event.EventUpdated;
import com.emlyon.connect.api.event.Invitation;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.api.event.LeaveEvent;
import com.emlyon.connect.api.event.NotJoined;
import com.emlyon.connect.api.event.TooManyEventsToCome;
import com.emlyon.connect.api.event.UpdateEvent;
import com.emlyon.connect.command.Decrypted;
import com.emlyon.platform.eventstore.personal.Personal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CampusEventTest {

    private static final EventId PARTY = new EventId("e0e00000-0000-4000-8000-000000000001");
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T21:00:00Z");
    private static final Instant A_DAY_EARLIER = Instant.parse("2026-12-30T21:00:00Z");

    private static final EventCreated CREATED = new EventCreated(
            PARTY, PIA, Personal.of(PIA, "Party"), Personal.of(PIA, "Bring a friend"), NEW_YEAR, MONDAY);
    private static final EventUpdated RETITLED = updated("Ball", "Bring a friend", NEW_YEAR);
    private static final EventJoined JOINED = new EventJoined(PARTY, TOM, TUESDAY);
    private static final EventLeft LEFT = new EventLeft(PARTY, TOM, TUESDAY);
    private static final EventCancelled CANCELLED = new EventCancelled(PARTY, TUESDAY);

    private final RecordedQuota quota = new RecordedQuota();
    private final AggregateTestFixture<CampusEvent> event = new AggregateTestFixture<>(CampusEvent.class);

    @BeforeEach
    void decryptPersonalData() {
        event.registerInjectableResource(Decrypted.VAULT);
        event.registerInjectableResource(quota);
    }

    @Test
    void whatIsCreatedMovedAndCancelledIsCounted() {
        event.givenNoPriorActivity().when(new CreateEvent(PARTY, PIA, "Party", "Bring a friend", NEW_YEAR, MONDAY));
        event.given(CREATED).when(update(Optional.empty(), Optional.empty(), Optional.of(A_DAY_EARLIER)));
        event.given(CREATED).when(update(Optional.of("Ball"), Optional.empty(), Optional.of(NEW_YEAR)));
        event.given(CREATED).when(new CancelEvent(PARTY, PIA, TUESDAY));

        assertThat(quota.counted)
                .containsExactly(
                        "create %s of %s on %s".formatted(PARTY, PIA, NEW_YEAR),
                        "move %s of %s to %s".formatted(PARTY, PIA, A_DAY_EARLIER),
                        "cancel %s".formatted(PARTY));
    }

    @Test
    void whatTheQuotaRefusesDoesNotHappen() {
        quota.usedUp = true;

        event.givenNoPriorActivity()
                .when(new CreateEvent(PARTY, PIA, "Party", "Bring a friend", NEW_YEAR, MONDAY))
                .expectException(refusedBecause(new TooManyEventsToCome()))
                .expectNoEvents();
        event.given(CREATED)
                .when(update(Optional.empty(), Optional.empty(), Optional.of(A_DAY_EARLIER)))
                .expectException(refusedBecause(new TooManyEventsToCome()))
                .expectNoEvents();
    }

    @Test
    void aStudentInvites() {
        event.givenNoPriorActivity()
                .when(new CreateEvent(PARTY, PIA, "Party", "Bring a friend", NEW_YEAR, MONDAY))
                .expectEvents(CREATED);
    }

    @ParameterizedTest
    @MethodSource
    void theCreatorChangesWhatIsGivenAndTheRestStays(UpdateEvent update, Invitation invitation) {
        event.given(CREATED)
                .when(update)
                .expectResultMessagePayload(invitation)
                .expectEvents(updated(invitation.title(), invitation.description(), invitation.date()));
    }

    static Stream<Arguments> theCreatorChangesWhatIsGivenAndTheRestStays() {
        return Stream.of(
                Arguments.of(
                        update(Optional.of("Ball"), Optional.empty(), Optional.empty()),
                        new Invitation("Ball", "Bring a friend", NEW_YEAR)),
                Arguments.of(
                        update(Optional.empty(), Optional.of(""), Optional.empty()),
                        new Invitation("Party", "", NEW_YEAR)),
                Arguments.of(
                        update(Optional.empty(), Optional.empty(), Optional.of(A_DAY_EARLIER)),
                        new Invitation("Party", "Bring a friend", A_DAY_EARLIER)),
                Arguments.of(
                        update(Optional.of("Ball"), Optional.of("In white"), Optional.of(A_DAY_EARLIER)),
                        new Invitation("Ball", "In white", A_DAY_EARLIER)),
                Arguments.of(
                        update(Optional.of("Party"), Optional.of("In white"), Optional.of(NEW_YEAR)),
                        new Invitation("Party", "In white", NEW_YEAR)));
    }

    @ParameterizedTest
    @MethodSource
    void anUpdateThatChangesNothingStaysQuietAndAnswersTheInvitation(UpdateEvent update) {
        event.given(CREATED, RETITLED)
                .when(update)
                .expectResultMessagePayload(new Invitation("Ball", "Bring a friend", NEW_YEAR))
                .expectNoEvents();
    }

    static Stream<UpdateEvent> anUpdateThatChangesNothingStaysQuietAndAnswersTheInvitation() {
        return Stream.of(
                update(Optional.empty(), Optional.empty(), Optional.empty()),
                update(Optional.of("Ball"), Optional.empty(), Optional.empty()),
                update(Optional.of("Ball"), Optional.of("Bring a friend"), Optional.of(NEW_YEAR)));
    }

    @Test
    void whatACreatorHasSaidWhoHasGoneCannotBeChanged() {
        AggregateTestFixture<CampusEvent> orphan = new AggregateTestFixture<>(CampusEvent.class);
        orphan.registerInjectableResource(new Decrypted(true));
        orphan.registerInjectableResource(quota);

        orphan.given(CREATED)
                .when(update(Optional.of("Ball"), Optional.empty(), Optional.empty()))
                .expectException(refusedBecause(new EventUnknown(PARTY)))
                .expectNoEvents();
    }

    @Test
    void theCreatorMayGoBackToAFormerInvitation() {
        event.given(CREATED, RETITLED)
                .when(update(Optional.of("Party"), Optional.empty(), Optional.empty()))
                .expectResultMessagePayload(new Invitation("Party", "Bring a friend", NEW_YEAR))
                .expectEvents(updated("Party", "Bring a friend", NEW_YEAR));
    }

    @Test
    void theCreatorCallsItOff() {
        event.given(CREATED, JOINED).when(new CancelEvent(PARTY, PIA, TUESDAY)).expectEvents(CANCELLED);
    }

    @ParameterizedTest
    @MethodSource
    void whoDidNotCreateItCanNeitherChangeNorCancelIt(EventCommand command) {
        event.given(CREATED, JOINED)
                .when(command)
                .expectException(refusedBecause(new EventNotYours(PARTY)))
                .expectNoEvents();
    }

    static Stream<EventCommand> whoDidNotCreateItCanNeitherChangeNorCancelIt() {
        return Stream.of(TOM, ZOE)
                .flatMap(student -> Stream.of(
                        new CancelEvent(PARTY, student, WEDNESDAY),
                        update(student, Optional.of("Ball"), Optional.empty(), Optional.empty()),
                        update(student, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    void aStudentJoins() {
        event.given(CREATED).when(new JoinEvent(PARTY, TOM, TUESDAY)).expectEvents(JOINED);
    }

    @ParameterizedTest
    @MethodSource("attendees")
    void nobodyJoinsTwice(AccountId attendee) {
        event.given(CREATED, JOINED)
                .when(new JoinEvent(PARTY, attendee, WEDNESDAY))
                .expectException(refusedBecause(new AlreadyJoined(PARTY)))
                .expectNoEvents();
    }

    /** The creator takes part from the beginning. */
    static Stream<AccountId> attendees() {
        return Stream.of(PIA, TOM);
    }

    @Test
    void whoLeftMayJoinAgain() {
        event.given(CREATED, JOINED, LEFT)
                .when(new JoinEvent(PARTY, TOM, WEDNESDAY))
                .expectEvents(new EventJoined(PARTY, TOM, WEDNESDAY));
    }

    @Test
    void anAttendeeLeaves() {
        event.given(CREATED, JOINED).when(new LeaveEvent(PARTY, TOM, TUESDAY)).expectEvents(LEFT);
    }

    @Test
    void whoNeverJoinedCannotLeave() {
        event.given(CREATED, JOINED)
                .when(new LeaveEvent(PARTY, ZOE, WEDNESDAY))
                .expectException(refusedBecause(new NotJoined(PARTY)))
                .expectNoEvents();
    }

    @Test
    void nobodyLeavesTwice() {
        event.given(CREATED, JOINED, LEFT)
                .when(new LeaveEvent(PARTY, TOM, WEDNESDAY))
                .expectException(refusedBecause(new NotJoined(PARTY)))
                .expectNoEvents();
    }

    @Test
    void theCreatorCannotLeave() {
        event.given(CREATED, JOINED)
                .when(new LeaveEvent(PARTY, PIA, WEDNESDAY))
                .expectException(refusedBecause(new CreatorCannotLeave(PARTY)))
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("everyWishOfEverybody")
    void aCancelledEventRefusesEverythingToEverybody(EventCommand command) {
        event.given(CREATED, JOINED, CANCELLED)
                .when(command)
                .expectException(refusedBecause(new EventUnknown(PARTY)))
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("everyWishOfEverybody")
    void anEventThatNeverWasIsNotFound(EventCommand command) {
        event.givenNoPriorActivity()
                .when(command)
                .expectException(AggregateNotFoundException.class)
                .expectNoEvents();
    }

    /** Of the creator, an attendee and a stranger. */
    static Stream<EventCommand> everyWishOfEverybody() {
        return Stream.of(PIA, TOM, ZOE)
                .flatMap(student -> Stream.of(
                        update(student, Optional.of("Ball"), Optional.empty(), Optional.empty()),
                        update(student, Optional.empty(), Optional.empty(), Optional.empty()),
                        new CancelEvent(PARTY, student, WEDNESDAY),
                        new JoinEvent(PARTY, student, WEDNESDAY),
                        new LeaveEvent(PARTY, student, WEDNESDAY)));
    }

    private static EventUpdated updated(String title, String description, Instant date) {
        return new EventUpdated(PARTY, Personal.of(PIA, title), Personal.of(PIA, description), date, TUESDAY);
    }

    private static UpdateEvent update(Optional<String> title, Optional<String> description, Optional<Instant> date) {
        return update(PIA, title, description, date);
    }

    private static UpdateEvent update(
            AccountId by, Optional<String> title, Optional<String> description, Optional<Instant> date) {
        return new UpdateEvent(PARTY, by, title, description, date, TUESDAY);
    }
}
