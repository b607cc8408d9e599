package com.emlyon.connect.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.emlyon.connect.app.feed.ReplayBuffer.Entry;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.LivePosition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client is told that reads along the tape, at its own pace. */
class DeltaOutboxTest {

    private static final String TABLES = "aa";
    private static final Instant EVENING = Instant.parse("2026-11-23T18:30:00Z");

    private final ReplayBuffer replayBuffer = new ReplayBuffer(30);
    private final ChangeFrames frames = mock(ChangeFrames.class);
    private final AtomicInteger askedAnew = new AtomicInteger();

    @BeforeEach
    void aNodeThatHasLooked() {
        when(frames.heartbeat(any())).thenReturn(SharedText.of("heartbeat"));
        replayBuffer.append(List.of(new Entry(List.of(), at(10), false, false, Optional.empty())), at(10));
    }

    @Test
    void whoeverReadsAlongIsToldEverythingOnceInOrder() {
        DeltaOutbox client = begun("snapshot");

        decided(11, "one");
        decided(12, "two");
        assertThat(taken(client)).containsExactly("snapshot", "one", "two");

        decided(13, "three");
        assertThat(taken(client)).containsExactly("three");
        assertThat(taken(client)).isEmpty();
    }

    @Test
    void whoeverHasFallenBehindAsksOnceAndGoesOnFromThere() {
        DeltaOutbox client = begun("snapshot");
        assertThat(taken(client)).containsExactly("snapshot");

        // when
        decided(11, "a long story of ten");
        decided(12, "another one of twenty");

        // then
        assertThat(taken(client)).isEmpty();
        assertThat(taken(client)).isEmpty();
        assertThat(askedAnew).hasValue(1);

        // when
        client.begin(SharedText.of("anew"), replayBuffer.end());
        decided(13, "more");

        // then
        assertThat(taken(client)).containsExactly("anew", "more");
    }

    @Test
    void whoeverComesBackIsToldJustWhatWasMissed() {
        decided(11, "known");
        decided(12, "missed");

        DeltaOutbox client = comesBackFrom(at(11));

        assertThat(client.resumes()).isTrue();
        assertThat(taken(client)).containsExactly("missed");
    }

    @Test
    void whoeverComesFromANodeThatWasFurtherIsNotToldTwice() {
        DeltaOutbox client = comesBackFrom(at(12));
        assertThat(client.resumes()).isTrue();

        // when this node looks
        decided(11, "known");
        decided(12, "known, too");
        decided(13, "new");

        // then
        assertThat(taken(client)).containsExactly("new");
    }

    @Test
    void whoeverKnowsMoreThanThisNodeAsksAnewWhenItFindsDifferencesWithoutFollowingHistory() {
        DeltaOutbox client = comesBackFrom(at(12));
        assertThat(client.resumes()).isTrue();

        // when
        LivePosition other = new LivePosition("bb", 13, EVENING);
        replayBuffer.append(List.of(entry("eleven to 13", other, false, false)), other);

        // then
        assertThat(taken(client)).isEmpty();
        assertThat(askedAnew).hasValue(1);
    }

    @Test
    void whoeverKnewMoreIsToldDifferencesOnceThisNodeHasComeAsFar() {
        DeltaOutbox client = comesBackFrom(at(12));
        assertThat(client.resumes()).isTrue();
        decided(11, "known");
        decided(12, "known, too");
        decided(13, "new");

        // when
        LivePosition other = new LivePosition("bb", 13, EVENING);
        replayBuffer.append(List.of(entry("repaired", other, false, false)), other);

        // then
        assertThat(taken(client)).containsExactly("new", "repaired");
    }

    @Test
    void aHeartbeatLeadsNobodyBack() {
        DeltaOutbox client = comesBackFrom(at(12));
        assertThat(client.resumes()).isTrue();
        assertThat(client.breakSilence()).isEmpty();

        // when
        decided(11, "known");
        assertThat(taken(client)).isEmpty();
        assertThat(client.breakSilence()).isEmpty();
        decided(12, "known, too");
        assertThat(taken(client)).isEmpty();

        // then
        assertThat(client.breakSilence()).isPresent();
    }

    @Test
    void whatEndsByItselfIsKnownByTimeAndNotByPosition() {
        replayBuffer.append(
                List.of(entry("ended", at(10, EVENING.plusSeconds(60)), true, true)), at(10, EVENING.plusSeconds(60)));
        decided(11, "decided");

        DeltaOutbox whoKnowsNeither = comesBackFrom(at(10, EVENING.plusSeconds(59)));
        DeltaOutbox whoKnowsTheEnd = comesBackFrom(at(10, EVENING.plusSeconds(60)));

        assertThat(whoKnowsNeither.resumes()).isTrue();
        assertThat(taken(whoKnowsNeither)).containsExactly("ended", "decided");
        assertThat(whoKnowsTheEnd.resumes()).isTrue();
        assertThat(taken(whoKnowsTheEnd)).containsExactly("decided");
    }

    @Test
    void aClientThatKnowsALaterFactButNotAnEarlierEndAsksAnew() {
        replayBuffer.append(
                List.of(entry("ended", at(10, EVENING.plusSeconds(60)), true, true)), at(10, EVENING.plusSeconds(60)));
        decided(11, "decided");

        // The fact may have ended the same check-in on the other node.
        assertThat(comesBackFrom(at(11)).resumes()).isFalse();
    }

    @Test
    void aClientThatKnowsTheEndOfACheckInIsNotSentAFactThatConcernsIt() {
        Instant end = EVENING.plusSeconds(60);
        SharedText frame = SharedText.of("replaced");
        replayBuffer.append(List.of(new Entry(List.of(frame), at(11), false, true, Optional.of(end))), at(11));

        DeltaOutbox whoDoesNotKnowTheEnd = comesBackFrom(at(10, end.minusMillis(1)));

        assertThat(comesBackFrom(at(10, end)).resumes()).isFalse();
        assertThat(whoDoesNotKnowTheEnd.resumes()).isTrue();
        assertThat(taken(whoDoesNotKnowTheEnd)).containsExactly("replaced");
    }

    @Test
    void nobodyCanGoOnFromOtherTablesOrFromBeforeWhatIsKept() {
        assertThat(comesBackFrom(at(9)).resumes()).isFalse();
        assertThat(comesBackFrom(new LivePosition("bb", 10, EVENING)).resumes()).isFalse();
        assertThat(comesBackFrom(at(10, EVENING.minusSeconds(1))).resumes()).isFalse();

        // when
        decided(11, "a long story of ten");
        decided(12, "another one of twenty");

        // then
        assertThat(comesBackFrom(at(10)).resumes()).isFalse();
        assertThat(comesBackFrom(at(11)).resumes()).isTrue();
    }

    @Test
    void whoeverGoesOnIsToldWhenOtherTablesTakeOver() {
        DeltaOutbox client = comesBackFrom(at(10));
        assertThat(client.resumes()).isTrue();

        // when
        LivePosition other = new LivePosition("bb", 10, EVENING);
        replayBuffer.append(List.of(entry("repaired", other, false, false)), other);

        // then
        assertThat(taken(client)).containsExactly("repaired");
        assertThat(comesBackFrom(at(10)).resumes()).isFalse();
    }

    @Test
    void whatIsRetoldIsToldInOtherWordsToWhoeverHasNotReadIt() {
        DeltaOutbox slow = begun("snapshot");
        DeltaOutbox swift = begun("snapshot");
        decided(11, "Pia comes");
        assertThat(taken(swift)).containsExactly("snapshot", "Pia comes");

        // when
        replayBuffer.retell(frame -> SharedText.of(frame.text().replace("Pia", "Somebody")));
        decided(12, "more");

        // then
        assertThat(taken(slow)).containsExactly("snapshot", "Somebody comes", "more");
        assertThat(taken(swift)).containsExactly("more");
        assertThat(askedAnew).hasValue(0);
    }

    @Test
    void aTapeThatForgetsHasEverybodyAskAnew() {
        DeltaOutbox client = begun("snapshot");
        assertThat(taken(client)).containsExactly("snapshot");

        replayBuffer.forget();

        assertThat(taken(client)).isEmpty();
        assertThat(askedAnew).hasValue(1);
        assertThat(comesBackFrom(at(10)).resumes()).isFalse();
    }

    private DeltaOutbox begun(String snapshot) {
        DeltaOutbox client = comes(Optional.empty());
        client.begin(SharedText.of(snapshot), replayBuffer.end());
        return client;
    }

    private DeltaOutbox comesBackFrom(LivePosition known) {
        return comes(Optional.of(known));
    }

    private DeltaOutbox comes(Optional<LivePosition> known) {
        DeltaOutbox client = new DeltaOutbox(replayBuffer, frames, known);
        client.askWhenBehind(askedAnew::incrementAndGet);
        return client;
    }

    private static List<String> taken(DeltaOutbox client) {
        return client.take().stream().map(SharedText::text).toList();
    }

    private void decided(long fact, String frame) {
        replayBuffer.append(List.of(entry(frame, at(fact), false, true)), at(fact));
    }

    private static Entry entry(String frame, LivePosition position, boolean ofTime, boolean follows) {
        return new Entry(List.of(SharedText.of(frame)), position, ofTime, follows, Optional.empty());
    }

    private static LivePosition at(long fact) {
        return at(fact, EVENING);
    }

    private static LivePosition at(long fact, Instant time) {
        return new LivePosition(TABLES, fact, time);
    }
}
