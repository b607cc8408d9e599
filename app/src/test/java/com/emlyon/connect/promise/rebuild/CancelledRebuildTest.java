package com.emlyon.connect.promise.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.query.Projections;
import com.emlyon.platform.projections.projection.Projection;
import java.sql.Connection;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A rebuild that is given up, at whatever moment, is as if it had never been begun. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelledRebuildTest {

    private static final int TIMES = 3;
    private static final int CANCELS = 8;

    @RegisterExtension
    private final TwoRebuiltNodes nodes = new TwoRebuiltNodes();

    private final Register register = nodes.register();
    private final long seed = Long.getLong("promise.seed", System.nanoTime());

    @Test
    void aCancelledRebuildLeavesNoTraceAndTheNextOneWorks() throws Exception {
        Random random = new Random(seed);
        Writers writers = nodes.writers(5);
        Readers readers = nodes.readers(5);
        try (writers;
                readers) {
            writers.start(seed);
            for (int i = 0; i < CANCELS; i++) {
                Projection projection = nodes.projections().stream()
                        .toList()
                        .get(random.nextInt(nodes.projections().size()));
                nodes.lifecycle().begin(projection);
                TwoRebuiltNodes.letPass(random.nextInt(150));
                nodes.lifecycle().cancel(projection);
                if (random.nextBoolean()) {
                    nodes.lifecycle().begin(projection);
                    nodes.lifecycle().cancel(projection);
                }
            }
            register.assertTidy();
            nodes.rebuild(nodes.projections());
        }
        assertThat(readers.failures()).as("what readers missed, seed %d", seed).isEmpty();
        assertThat(writers.failures())
                .as("what writers were told, seed %d", seed)
                .isEmpty();
    }

    @Test
    void oneThatIsReadyCanBeCancelledAgainAndAgain() throws Exception {
        nodes.writers(3).close();
        Projection events = nodes.projection(Projections.EVENTS);
        Readers readers = nodes.readers(5);
        try (readers;
                Connection open = nodes.connection()) {
            open.setAutoCommit(false);
            TwoRebuiltNodes.count(open, "view.event");
            for (int i = 0; i < TIMES; i++) {
                nodes.lifecycle().begin(events);
                register.awaitNext(Projections.EVENTS, "READY");

                // when
                assertThat(nodes.lifecycle().cancel(events)).isTrue();

                // then
                assertThat(register.next(Projections.EVENTS)).isEqualTo("none");
            }
            nodes.lifecycle().begin(events);
        }
        register.awaitRest();
        assertThat(readers.failures()).isEmpty();
    }
}
