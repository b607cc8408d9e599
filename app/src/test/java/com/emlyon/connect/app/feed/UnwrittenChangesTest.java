package com.emlyon.connect.app.feed;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.app.live.LiveReadModel;
import com.emlyon.connect.app.live.LiveReadModelSettings;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import com.emlyon.connect.query.live.Change.Kind;
import com.emlyon.connect.query.live.Commit;
import com.emlyon.connect.query.live.LiveCampus;
import com.emlyon.connect.query.live.LivePosition;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.projections.generation.ViewDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** A change of which no frame can be written is in the next full list, for those who get lists. */
class UnwrittenChangesTest {

    private static final long A_WHILE = Duration.ofMinutes(1).toMillis();
    private static final SharedText INITIAL = SharedText.of("initial");
    private static final SharedText LIST = SharedText.of("list");
    private static final LivePosition START = new LivePosition("tables", 1, Instant.EPOCH);
    private static final Commit UNWRITABLE =
            new Commit(START, List.of(new Change.OfCheckIn(Kind.ADDED, mock(CheckInView.class))), false, true);

    private final LiveCampus campus = mock(LiveCampus.class);
    private final AtomicBoolean changed = new AtomicBoolean();
    private final Frames frames = mock(Frames.class);
    private final ChangeFrames changeFrames = mock(ChangeFrames.class);
    private final LiveReadModel model = new LiveReadModel(
            campus,
            mock(ViewDatabase.class),
            mock(Sessions.class),
            List.of(),
            JsonMapper.shared(),
            mock(DatabaseAvailability.class),
            new LiveReadModelSettings(true, Duration.ofMillis(100), Duration.ofSeconds(1)),
            mock(NotificationListener.class),
            new SimpleMeterRegistry());
    private final Feed feed = new Feed(
            model,
            Clock.systemUTC(),
            frames,
            changeFrames,
            new FeedSettings(
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(50),
                    Duration.ofSeconds(5),
                    1_000,
                    false),
            mock(NotificationListener.class),
            new SimpleMeterRegistry());

    @BeforeEach
    void start() {
        when(campus.campus()).thenReturn(mock(Campus.class));
        when(campus.position()).thenReturn(START);
        when(campus.look()).thenAnswer(look -> changed.getAndSet(false) ? List.of(UNWRITABLE) : List.of());
        when(frames.initial(any())).thenReturn(INITIAL);
        when(frames.current(any(), any())).thenReturn(LIST);
        when(changeFrames.of(any())).thenThrow(new IllegalStateException("cannot be written"));
        model.start();
        feed.start();
    }

    @AfterEach
    void stop() {
        model.stop();
    }

    @Test
    void aListIsToldAllTheSame() throws IOException {
        WebSocketSession session = mock(WebSocketSession.class);
        when(session.getId()).thenReturn("of a test");
        when(session.isOpen()).thenReturn(true);
        TokenClaims pass =
                new TokenClaims.WithoutSession(AccountId.random(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60));

        feed.join(feed.subscriber(pass, session));

        verify(session, timeout(A_WHILE)).sendMessage(sent(INITIAL));
        changed.set(true);
        verify(session, timeout(A_WHILE)).sendMessage(sent(LIST));
    }

    private static BinaryMessage sent(SharedText text) {
        return new BinaryMessage(ByteBuffer.wrap(text.text().getBytes(StandardCharsets.UTF_8)));
    }
}
