package com.emlyon.connect.app.feed;

import static org.mockito.AdditionalAnswers.returnsFirstArg;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.LiveCampus;
import com.emlyon.connect.query.live.LivePosition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What one node holds for its clients, without its threads and sockets. */
final class ModelNode {

    private static final int MOST_BYTES = 6_000;

    private final ModelTerm term;
    private final ModelViews views;
    private final ModelClock clock;
    private final Frames frames;
    private final ChangeFrames changeFrames;
    private final List<DeltaOutbox> waiting = new ArrayList<>();
    private LiveCampus campus;
    private ReplayBuffer replayBuffer = new ReplayBuffer(MOST_BYTES);
    private ReplayBufferWriter writer;

    ModelNode(ModelTerm term, ModelViews views, ModelClock clock) {
        this.term = term;
        this.views = views;
        this.clock = clock;
        Avatars avatars = mock(Avatars.class);
        when(avatars.absolute(anyString())).then(returnsFirstArg());
        this.frames = new Frames(avatars, JsonMapper.builder().build());
        this.changeFrames = new ChangeFrames(frames, avatars);
        this.campus = freshCampus();
        this.writer = new ReplayBufferWriter(replayBuffer, changeFrames);
    }

    private LiveCampus freshCampus() {
        return new LiveCampus(
                views.projections, views.database, term.history, clock, term.personalData, Duration.ofSeconds(1));
    }

    /** Forgets everything, as a process does that dies. */
    void restart() {
        waiting.clear();
        campus = freshCampus();
        replayBuffer = new ReplayBuffer(MOST_BYTES);
        writer = new ReplayBufferWriter(replayBuffer, changeFrames);
    }

    DeltaOutbox connect(Optional<LivePosition> known) {
        DeltaOutbox along = new DeltaOutbox(replayBuffer, changeFrames, known);
        along.askWhenBehind(() -> waiting.add(along));
        if (!along.resumes()) {
            waiting.add(along);
        }
        return along;
    }

    void disconnect(DeltaOutbox along) {
        waiting.remove(along);
    }

    void retell(AccountId gone) {
        replayBuffer.retell(Redaction.of(gone.value())::of);
    }

    /** As the thread of the feed does; whoever waits when it fails waits on. */
    void look() {
        writer.write(campus.look(), campus.position());
        if (!waiting.isEmpty()) {
            SharedText snapshot = snapshot();
            waiting.forEach(along -> along.begin(snapshot, replayBuffer.end()));
            waiting.clear();
        }
    }

    LiveCampus campus() {
        return campus;
    }

    SharedText snapshot() {
        return frames.snapshot(campus.campus(), campus.position().toString());
    }

    ModelClock clock() {
        return clock;
    }

    /** A clock that tests set. */
    static final class ModelClock extends Clock {

        private Instant time;

        ModelClock(Instant time) {
            this.time = time;
        }

        void advance(Duration duration) {
            time = time.plus(duration);
        }

        @Override
        public Instant instant() {
            return time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
