package com.emlyon.platform.projections.position;

import com.emlyon.platform.schedules.Schedules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A thread that waits for a position is woken when it is reached, in whatever order the two come. The clock stands still here,
 * so neither the limit nor a look into the database can make up for a lost wake-up.
 */
@Tag("schedules")
class ReadPositionsSchedulesTest {

    private static final List<String> PROCESSORS = List.of("profiles", "places");

    @Test
    void whoeverWaitsIsWokenWhenTheLastProcessorReachesThePosition() {
        Schedules.explore(300, () -> {
            ReadPositions positions = new ReadPositions(Map::of);

            Schedules.together(
                    () -> {
                        if (!positions.await(7, Duration.ofDays(1), PROCESSORS)) {
                            throw new AssertionError("gave up before the limit");
                        }
                    },
                    () -> {
                        positions.reached("profiles", 7);
                        positions.reached("places", 8);
                    });
        });
    }

    @Test
    void whatWasReachedIsNeverTakenBackByAnOlderReport() {
        Schedules.explore(300, () -> {
            ReadPositions positions = new ReadPositions(Map::of);

            Schedules.together(() -> positions.reached("places", 8), () -> positions.reached("places", 3));

            if (!positions.await(8, Duration.ZERO, List.of("places"))) {
                throw new AssertionError("went back");
            }
        });
    }
}
