package com.emlyon.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.library.Command.LendBook;
import com.emlyon.platform.eventstore.history.History;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class OldRevisionsTest {

    private static final Instant AT = Instant.parse("2025-10-05T12:00:00Z");

    private Library library;

    @BeforeEach
    void start() {
        library = new Library();
        library.storeAsBefore("emma", BookAdded.class, "1", """
                {"book": "emma", "name": "Emma", "at": "2025-10-05T12:00:00Z"}
                """);
    }

    @AfterEach
    void stop() {
        library.close();
    }

    @Test
    void projectionsAndReadersOfHistorySeeTheCurrentOne() {
        await().untilAsserted(() -> assertThat(library.books()).containsExactly("emma: Emma"));

        assertThat(library.bean(History.class)
                        .after(0, Set.of(BookAdded.class), 10)
                        .facts())
                .singleElement()
                .satisfies(stored -> assertThat(stored.fact()).isEqualTo(new BookAdded("emma", "Emma", AT)));
    }

    @Test
    void anAggregateGoesOnFromIt() {
        assertThat(library.send(new LendBook("emma", new ReaderId("ada"), "Ada")))
                .isTrue();

        assertThat(library.texts("SELECT sequence || ' ' || type || ' ' || revision FROM store.fact ORDER BY position"))
                .containsExactly("0 BookAdded 1", "1 BookLent 1");
    }
}
