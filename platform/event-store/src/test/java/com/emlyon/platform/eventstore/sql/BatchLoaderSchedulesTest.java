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

    @Test
    void everyCallerGetsTheAnswerOfAStatementThatBeganAfterItAsked() {
        Schedules.explore(200, () -> {
            Callers callers = new Callers(Duration.ofDays(1));

            Schedules.together(callers.caller(1), callers.caller(2), callers.caller(3));

            callers.haveAllLeft();
        });
    }

    @Test
    void aCallerWhoGivesUpNeitherGetsAnOlderAnswerNorBlocksTheNextOne() {
        Schedules.explore(1_000, () -> {
            Callers callers = new Callers(Duration.ZERO);

            Schedules.together(callers.caller(1), callers.caller(2));

            callers.haveAllLeft();
        });
    }

    private static final class Callers {

        private final AtomicInteger state = new AtomicInteger();
        private final BatchLoader<Integer, Integer> loader;

        private Callers(Duration longestWait) {
            loader = new BatchLoader<>(keys -> answers(keys, state.get()), longestWait);
        }

        /** Changes the state, and has to find this change or a later one. */
        private Scene caller(int key) {
            return () -> {
                int atLeast = state.incrementAndGet();
                int answer = loader.load(key);
                if (answer / 10 != key || answer % 10 < atLeast) {
                    throw new AssertionError(key + " asked in state " + atLeast + " and got " + answer);
                }
            };
        }

        private void haveAllLeft() {
            if (loader.isUnderWay() || loader.waiting() > 0) {
                throw new AssertionError("The next caller would wait for ever");
            }
        }

        private static List<Integer> answers(List<Integer> keys, int state) {
            List<Integer> answers = new ArrayList<>();
            for (Integer key : keys) {
                answers.add(10 * key + state);
            }
            return answers;
        }
    }
}
