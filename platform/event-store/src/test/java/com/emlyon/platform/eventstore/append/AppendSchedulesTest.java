package com.emlyon.platform.eventstore.append;

import com.emlyon.platform.schedules.Schedules;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An append is either written or withdrawn, in whatever order the writer and the caller come. */
@Tag("schedules")
class AppendSchedulesTest {

    @Test
    void eitherTheWriterTakesItOrTheCallerWithdrawsIt() {
        Schedules.explore(300, () -> {
            Append append = new Append(List.of(), List.of());
            AtomicInteger winners = new AtomicInteger();

            Schedules.together(
                    () -> {
                        if (append.take()) {
                            winners.incrementAndGet();
                        }
                    },
                    () -> {
                        if (append.withdraw()) {
                            winners.incrementAndGet();
                        }
                    });

            if (winners.get() != 1) {
                throw new AssertionError(winners + " have won");
            }
        });
    }
}
