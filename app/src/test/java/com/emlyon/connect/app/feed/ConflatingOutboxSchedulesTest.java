package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.platform.schedules.Schedules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thread that takes frames while others are queued gets the newest of each kind last, in whatever order the two come. */
@Tag("schedules")
class ConflatingOutboxSchedulesTest {

    private static final SharedText OLD = SharedText.of("old");
    private static final SharedText NEW = SharedText.of("new");

    @Test
    void theNewestFrameArrivesLastAndNoneTwice() {
        Schedules.explore(300, () -> {
            ConflatingOutbox outbox = new ConflatingOutbox();
            List<SharedText> taken = new ArrayList<>();

            Schedules.together(
                    () -> {
                        outbox.offer("places", OLD, 1);
                        outbox.offer("places", NEW, 2);
                    },
                    () -> taken.addAll(outbox.take()));

            taken.addAll(outbox.take());
            int last = taken.size() - 1;
            if (last < 0 || last > 1 || taken.get(last) != NEW || taken.indexOf(NEW) != last) {
                throw new AssertionError("took " + taken.size() + " frames");
            }
        });
    }
}
