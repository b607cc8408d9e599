package com.emlyon.platform.eventstore.sql;

import com.emlyon.platform.schedules.Schedules;
import com.emlyon.platform.schedules.Schedules.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A shared statement is as good as one of one's own, in whatever order the callers come. */
@Tag("schedules")
class BatchLoaderSchedulesTest {

    private static final int SCHEDULES = 200;

    @Test
    void everyCallerGetsTheAnswerOfAStatementThatBeganAfterItAsked() {
        threeCallersWhoWaitAtMost(Duration.ofDays(1));
    }

    @Test
    void aCallerWhoGivesUpNeitherGetsAnOlderAnswerNorLeavesTheOthersWithoutOne() {
        threeCallersWhoWaitAtMost(Duration.ZERO);
    }

    private static void threeCallersWhoWaitAtMost(Duration limit) {
        Schedules.explore(SCHEDULES, () -> {
            AtomicInteger state = new AtomicInteger();
            BatchLoader<Integer, Integer> loader = new BatchLoader<>(keys -> answers(keys, state.get()), limit);

            Schedules.together(caller(loader, state, 1), caller(loader, state, 2), caller(loader, state, 3));

            if (loader.isUnderWay() || loader.waiting() > 0) {
                throw new AssertionError("The next caller would wait for ever");
            }
        });
    }

    private static List<Integer> answers(List<Integer> keys, int state) {
        List<Integer> answers = new ArrayList<>();
        for (Integer key : keys) {
            answers.add(10 * key + state);
        }
        return answers;
    }

    /** Changes the state, and has to find this change or a later one. */
    private static Scene caller(BatchLoader<Integer, Integer> loader, AtomicInteger state, int key) {
        return () -> {
            int atLeast = state.incrementAndGet();
            int answer = loader.load(key);
            if (answer / 10 != key || answer % 10 < atLeast) {
                throw new AssertionError(key + " asked in state " + atLeast + " and got " + answer);
            }
        };
    }
}
