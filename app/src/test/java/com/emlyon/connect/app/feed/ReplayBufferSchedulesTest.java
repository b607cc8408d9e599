package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.feed.ReplayBuffer.Entry;
import com.emlyon.connect.app.feed.ReplayBuffer.Since;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.LivePosition;
import com.emlyon.platform.schedules.Schedules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reader of the buffer that is being written skips nothing unknowingly, in whatever order the two come. */
@Tag("schedules")
class ReplayBufferSchedulesTest {

    private static final Instant EVENING = Instant.parse("2026-11-23T18:30:00Z");
    private static final SharedText ONE = SharedText.of("one");
    private static final SharedText TWO = SharedText.of("two");

    @Test
    void aReaderWhoIsNotBehindGetsEveryChangeOnceInOrder() {
        Schedules.explore(300, () -> {
            ReplayBuffer buffer = new ReplayBuffer(1_000);
            List<SharedText> read = new ArrayList<>();

            Schedules.together(() -> appendTwo(buffer), () -> {
                long next = read(buffer, 0, read);
                next = read(buffer, next, read);
                read(buffer, next, read);
            });

            read(buffer, read.size(), read);
            if (read.size() != 2 || read.get(0) != ONE || read.get(1) != TWO) {
                throw new AssertionError("read " + read.size() + " changes");
            }
        });
    }

    @Test
    void aReaderWhoIsTooSlowIsToldSo() {
        Schedules.explore(300, () -> {
            ReplayBuffer buffer = new ReplayBuffer(ONE.size());
            boolean[] told = new boolean[1];
            List<SharedText> read = new ArrayList<>();

            Schedules.together(() -> appendTwo(buffer), () -> {
                Optional<Since> since = buffer.since(0, Optional.empty());
                told[0] = since.isEmpty();
                since.ifPresent(found -> read.addAll(found.frames()));
            });

            if (told[0] ? !buffer.since(0, Optional.empty()).isEmpty() : read.contains(TWO)) {
                throw new AssertionError(told[0] ? "told without reason" : "skipped the first change");
            }
        });
    }

    private static void appendTwo(ReplayBuffer buffer) {
        buffer.append(List.of(entry(ONE, 1)), at(1));
        buffer.append(List.of(entry(TWO, 2)), at(2));
    }

    private static long read(ReplayBuffer buffer, long next, List<SharedText> read) {
        Since since = buffer.since(next, Optional.empty()).orElseThrow();
        read.addAll(since.frames());
        return since.next();
    }

    private static Entry entry(SharedText text, long fact) {
        return new Entry(List.of(text), at(fact), false, true, Optional.empty());
    }

    private static LivePosition at(long fact) {
        return new LivePosition("aa", fact, EVENING);
    }
}
