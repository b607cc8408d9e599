package com.emlyon.connect.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.projections.position.ReadPositions;
import com.emlyon.platform.projections.run.ReactionThreads;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processors and projections as seen from one node, which tests stop, set back and start again, as crashes and operators do. */
final class Processors {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final TestNode node;
    private final JdbcClient database;
    private final List<String> names;

    Processors(TestNode node, String... names) {
        this.node = node;
        this.database = node.bean(JdbcClient.class);
        this.names = List.of(names);
    }

    void stop() {
        node.bean(ReactionThreads.class).stop();
    }

    void start() {
        node.bean(ReactionThreads.class).start();
    }

    /** Whether all are waiting for a second try, because the first one failed. */
    boolean haveFailed() {
        return database
                .sql("SELECT failure IS NOT NULL FROM view.generation WHERE projection = ANY (?)")
                .param((Object) names.toArray(String[]::new))
                .query(Boolean.class)
                .list()
                .stream()
                .allMatch(failed -> failed);
    }

    /** Makes them, while they are stopped, take what follows the position for unread; at 0 it is all of history. */
    void forgetAllAfter(long position) {
        assertThat(database.sql("UPDATE view.generation SET position = ? WHERE projection = ANY (?)")
                        .params(position, names.toArray(String[]::new))
                        .update())
                .isEqualTo(names.size());
    }

    /** Waits until they have read all of history, what they themselves add to it included. */
    void awaitEndOfHistory() {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            long end = endOfHistory();
            return node.bean(ReadPositions.class).await(end, PATIENCE, names) && end == endOfHistory();
        });
    }

    private long endOfHistory() {
        return database.sql("SELECT coalesce(max(position), 0) FROM store.fact")
                .query(Long.class)
                .single();
    }
}
