package com.emlyon.connect.app.feed;

import static com.emlyon.connect.app.feed.TwoModelNodes.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.platform.eventstore.fact.Fact;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Moments in which clients got frames that did not fit what they knew, each with the fewest steps that lead to it. */
class FeedMomentsTest {

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
    void aSnapshotAfterTheEndOfAKeyAndBeforeThatOfItsAccountContainsTheCheckInThatIsRemovedNext() {
        term.checkIn(pia, MORNING);
        views.follow();
        here.look();

        // given: the key is destroyed with the decision, which the tables do not contain yet
        term.delete(pia, MORNING);
        nodes.clientGoesTo(here);

        // when
        views.follow();
        here.look();
        client.take(10);

        // then
        nodes.assertThatTheClientKnowsWhatIsShownBy(here);
    }

    @Test
    void tablesThatContainHalfOfADecisionAreNoPlaceToGoOnFrom() {
        term.checkIn(pia, MORNING);
        term.checkIn(max, MORNING);
        views.follow();
        there.look();

        // given: a batch ends between the end of the former check-in and the next one
        term.checkOut(max, MORNING);
        term.checkIn(max, MORNING);
        term.checkIn(pia, MORNING);
        views.stepCheckIns();
        nodes.clientGoesTo(here);

        // when
        views.follow();
        there.look();
        nodes.clientGoesTo(there);

        // then
        nodes.assertThatTheClientKnowsWhatIsShownBy(there);
    }

    @Test
    void aFailureTakesNoCommitsAlongThatCameBeforeIt() {
        views.follow();
        nodes.clientGoesTo(here);

        // given: the key service goes away after the first of two decisions
        term.checkIn(pia, MORNING);
        term.checkIn(max, MORNING);
        views.follow();
        AtomicInteger openings = new AtomicInteger();
        term.personalData.beforeOpening(() -> {
            if (openings.incrementAndGet() > 6) {
                throw new IllegalStateException("The key service has gone");
            }
        });
        try {
            here.look();
        } catch (IllegalStateException gone) {
            assertThat(gone).hasMessageContaining("key service");
        }
        assertThat(openings).hasValueGreaterThan(6);

        // when
        term.personalData.beforeOpening(() -> {});
        here.look();
        client.take(10);

        // then
        nodes.assertThatTheClientKnowsWhatIsShownBy(here);
    }

    @Test
    void aReadingThatFailsHalfWayLeavesNothingOfItself() throws Exception {
        views.follow();
        client.connect(there);
        here.look();
        there.look();
        client.take(10);

        // given: other tables, of which only the first ones can be read
        term.checkIn(pia, MORNING);
        views.rebuild(0);
        views.follow();
        String before = here.snapshot().text();
        AtomicInteger statements = new AtomicInteger();
        views.breaksWhen(() -> statements.incrementAndGet() > 6);
        assertThatThrownBy(here::look).hasMessageContaining("connection broke");

        // then
        assertThat(here.snapshot().text()).isEqualTo(before);
    }

    @Test
    void aDecisionAtTheEndOfWhatIsReadAtOnceIsOneCommitAllTheSame() {
        term.checkIn(pia, MORNING);
        views.follow();
        nodes.clientGoesTo(here);
        int former = term.history.size();

        // given: one node reads 2,000 positions from there, the other one from further on
        while (term.history.size() < former + 1_000) {
            term.history.append("elsewhere", new Elsewhere(MORNING));
        }
        there.look();
        while (term.history.size() < former + 1_999) {
            term.history.append("elsewhere", new Elsewhere(MORNING));
        }
        term.checkIn(pia, MORNING);
        views.follow();

        // when
        here.look();
        client.take(1);
        nodes.clientGoesTo(there);

        // then
        nodes.assertThatTheClientKnowsWhatIsShownBy(there);
    }

    /** A fact that concerns no projection. */
    private record Elsewhere(Instant at) implements Fact {}
}
