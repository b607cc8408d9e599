package com.emlyon.connect.command.checkin;

import static com.emlyon.connect.command.Campus.MONDAY;
import static com.emlyon.connect.command.Campus.PIA;
import static com.emlyon.connect.command.Campus.TUESDAY;
import static com.emlyon.connect.command.Campus.WEDNESDAY;
import static com.emlyon.connect.command.RefusedBecause.refusedBecause;

import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInCommand;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckOut;
import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.CheckedOut;
import com.emlyon.connect.api.checkin.EndPresence;
import com.emlyon.connect.api.checkin.NotCheckedIn;
import com.emlyon.connect.api.checkin.Whereabouts;
import com.emlyon.platform.eventstore.personal.Personal;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresenceTest {

    private static final CheckInId AT_THE_BAR = new CheckInId("c6740000-0000-4000-8000-000000000001");
    private static final CheckInId AT_HOME = new CheckInId("c6740000-0000-4000-8000-000000000002");

    private static final Instant A_DAY_AFTER_MONDAY = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant A_DAY_AFTER_TUESDAY = Instant.parse("2026-11-25T09:30:00.001Z");
    private static final Instant A_DAY_AFTER_WEDNESDAY = Instant.parse("2026-11-26T22:15:00.999Z");

    private static final CheckedIn CHECKED_IN =
            checkedIn(AT_THE_BAR, new Whereabouts("Bar du Port", 45.76, 4.83, "🍻"), MONDAY, A_DAY_AFTER_MONDAY);
    private static final CheckedOut CHECKED_OUT = new CheckedOut(PIA, AT_THE_BAR, TUESDAY);

    private final AggregateTestFixture<Presence> presence = new AggregateTestFixture<>(Presence.class);

    @Test
    void theFirstCheckInBeginsAPresence() {
        presence.givenNoPriorActivity()
                .when(new CheckIn(PIA, AT_THE_BAR, "Bar du Port", 45.76, 4.83, "🍻", MONDAY))
                .expectEvents(CHECKED_IN);
    }

    @Test
    void aSecondCheckInEndsTheFirstInTheSameDecision() {
        presence.given(CHECKED_IN)
                .when(new CheckIn(PIA, AT_HOME, "Chez moi", -33.4, -70.6, null, TUESDAY))
                .expectEvents(
                        CHECKED_OUT,
                        checkedIn(
                                AT_HOME,
                                new Whereabouts("Chez moi", -33.4, -70.6, null),
                                TUESDAY,
                                A_DAY_AFTER_TUESDAY));
    }

    @Test
    void aCheckInAfterACheckOutEndsNothing() {
        presence.given(CHECKED_IN, CHECKED_OUT)
                .when(new CheckIn(PIA, AT_HOME, "Chez moi", 45.7, 4.8, "", WEDNESDAY))
                .expectEvents(checkedIn(
                        AT_HOME, new Whereabouts("Chez moi", 45.7, 4.8, ""), WEDNESDAY, A_DAY_AFTER_WEDNESDAY));
    }

    @Test
    void aStudentTakesTheirCheckInBack() {
        presence.given(CHECKED_IN).when(new CheckOut(PIA, AT_THE_BAR, TUESDAY)).expectEvents(CHECKED_OUT);
    }

    @Test
    void aCheckInThatWasReplacedCannotBeTakenBack() {
        presence.given(
                        CHECKED_IN,
                        CHECKED_OUT,
                        checkedIn(AT_HOME, new Whereabouts("Chez moi", 45.7, 4.8, null), TUESDAY, A_DAY_AFTER_TUESDAY))
                .when(new CheckOut(PIA, AT_THE_BAR, WEDNESDAY))
                .expectException(refusedBecause(new NotCheckedIn()))
                .expectNoEvents();
    }

    @Test
    void aCheckInThatWasTakenBackCannotBeTakenBackAgain() {
        presence.given(CHECKED_IN, CHECKED_OUT)
                .when(new CheckOut(PIA, AT_THE_BAR, WEDNESDAY))
                .expectException(refusedBecause(new NotCheckedIn()))
                .expectNoEvents();
    }

    @Test
    void whoIsSomewhereCannotTakeBackACheckInThatNeverWas() {
        presence.given(CHECKED_IN)
                .when(new CheckOut(PIA, AT_HOME, TUESDAY))
                .expectException(refusedBecause(new NotCheckedIn()))
                .expectNoEvents();
    }

    @Test
    void thePresenceOfAStudentWhoLeavesEnds() {
        presence.given(CHECKED_IN).when(new EndPresence(PIA, TUESDAY)).expectEvents(CHECKED_OUT);
    }

    @Test
    void whoIsNowhereHasNoPresenceToEnd() {
        presence.given(CHECKED_IN, CHECKED_OUT)
                .when(new EndPresence(PIA, WEDNESDAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource
    void whoNeverCheckedInIsNotFound(CheckInCommand command) {
        presence.givenNoPriorActivity()
                .when(command)
                .expectException(AggregateNotFoundException.class)
                .expectNoEvents();
    }

    static Stream<CheckInCommand> whoNeverCheckedInIsNotFound() {
        return Stream.of(new CheckOut(PIA, AT_THE_BAR, MONDAY), new EndPresence(PIA, MONDAY));
    }

    private static CheckedIn checkedIn(CheckInId checkIn, Whereabouts whereabouts, Instant at, Instant until) {
        return new CheckedIn(PIA, checkIn, Personal.of(PIA, whereabouts), at, until);
    }
}
