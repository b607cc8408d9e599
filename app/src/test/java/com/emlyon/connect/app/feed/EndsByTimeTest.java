package com.emlyon.connect.app.feed;

import static com.emlyon.connect.app.feed.TwoModelNodes.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckIns;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Check-ins that end because time passes, on nodes that see time and facts in different orders. */
class EndsByTimeTest {

    private final TwoModelNodes nodes = new TwoModelNodes();
    private final ModelTerm term = nodes.term;
    private final ModelViews views = nodes.views;
    private final ModelNode here = nodes.here;
    private final ModelNode there = nodes.there;
    private final ModelClient client = nodes.client;
    private final AccountId pia = nodes.pia;
    private final AccountId max = nodes.max;

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void aFactThatEndsACheckInDoesNotEndItAgainForAClientThatKnowsOfItsEndByTime() {
        term.checkIn(pia, MORNING);
        views.follow();
        here.look();
        there.look();

        // given: its time is over here, and there it is replaced first
        here.clock().advance(CheckIns.LIFETIME);
        nodes.clientGoesTo(here);
        term.checkIn(pia, MORNING.plus(CheckIns.LIFETIME));
        views.follow();
        there.look();

        // when
        nodes.clientGoesTo(there);

        // then
        nodes.assertThatTheClientKnowsWhatIsShownBy(there);
    }

    @Test
    void timeDoesNotEndACheckInAgainForAClientThatKnowsOfTheFactThatHasEndedIt() {
        term.checkIn(pia, MORNING);
        views.follow();
        here.look();
        there.look();

        // given
        there.clock().advance(CheckIns.LIFETIME);
        there.look();
        term.checkIn(pia, MORNING.plus(CheckIns.LIFETIME));
        views.follow();
        nodes.clientGoesTo(here);

        // when
        nodes.clientGoesTo(there);

        // then
        nodes.assertThatTheClientKnowsWhatIsShownBy(there);
    }

    @Test
    void twoEndsThatOneNodeSeesInOneLookAreTwoForAClientThatKnowsTheFirst() {
        term.checkIn(pia, MORNING);
        term.checkIn(max, MORNING.plusSeconds(2));
        views.follow();
        here.look();
        there.look();

        // given
        here.clock().advance(CheckIns.LIFETIME.plusSeconds(1));
        nodes.clientGoesTo(here);
        there.clock().advance(CheckIns.LIFETIME.plusSeconds(3));
        there.look();

        // when
        client.connect(there);
        client.take(10);

        // then
        nodes.assertThatTheClientKnowsWhatIsShownBy(there);
    }

    @Test
    void aClockThatIsPutBackBringsBackTheCheckInsThatHadEndedByIt() {
        term.checkIn(pia, MORNING);
        views.follow();
        nodes.clientGoesTo(here);

        // when
        here.clock().advance(Duration.ofDays(2));
        here.look();
        client.take(10);

        // then
        assertThat(client.shown().get("checkIns")).isEmpty();

        // when
        here.clock().advance(Duration.ofDays(-2));
        here.look();
        client.take(10);

        // then
        assertThat(client.shown().get("checkIns")).hasSize(1);
        nodes.assertThatTheClientKnowsWhatIsShownBy(here);

        // when
        here.clock().advance(CheckIns.LIFETIME);
        here.look();
        client.take(10);

        // then
        assertThat(client.shown().get("checkIns")).isEmpty();
        nodes.assertThatTheClientKnowsWhatIsShownBy(here);
    }
}
