package com.emlyon.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.library.Command.AddBook;
import com.emlyon.library.Command.LendBook;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.processor.Parking;
import com.emlyon.platform.projections.processor.Retried;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DeadLettersTest {

    private static final String PARKED =
            "SELECT position || ' ' || coalesce(failure, 'waits') FROM view.parked ORDER BY position";

    private Library library;
    private Parking parking;

    @BeforeEach
    void start() {
        library = new Library();
        parking = new Parking(library.bean(ViewDatabase.class), library.bean(History.class));
    }

    @AfterEach
    void stop() {
        library.close();
    }

    @Test
    void aFactThatATableRefusesWaitsWithWhatFollowsInItsStreamAndOthersGoOn() {
        library.execute("ALTER TABLE view_loans_1.book ADD CONSTRAINT short CHECK (length(title) < 10)");

        assertThat(library.send(new AddBook("long", "In Search of Lost Time"))).isFalse();
        assertThat(library.send(new LendBook("long", new ReaderId("ada"), "Ada")))
                .isFalse();
        assertThat(library.send(new AddBook("emma", "Emma"))).isTrue();
        assertThat(library.books()).containsExactly("emma: Emma");
        assertThat(library.loans()).isEmpty();
        assertThat(library.texts(PARKED))
                .containsExactly(
                        "1 The database refuses the row with SQLSTATE 23514, table book, constraint short", "2 waits");

        library.execute("ALTER TABLE view_loans_1.book DROP CONSTRAINT short");
        Retried retried = parking.retryAll(library.bean(LoansProjection.class));

        assertThat(retried).isEqualTo(new Retried(2, 0));
        assertThat(library.texts(PARKED)).isEmpty();
        assertThat(library.books()).containsExactly("emma: Emma", "long: In Search of Lost Time");
        assertThat(library.loans()).containsExactly("long to ada");
    }

    @Test
    void aFactThatCodeDoesNotUnderstandIsNamedByItsPlaceAndCanBeDiscarded() {
        assertThat(library.send(new AddBook("untitled", " "))).isFalse();
        assertThat(library.send(new AddBook("emma", "Emma"))).isTrue();
        assertThat(library.texts(PARKED))
                .singleElement()
                .asString()
                .startsWith("1 java.lang.IllegalArgumentException at apply(LoansProjection.java:");
        assertThat(parking.retryAll(library.bean(LoansProjection.class))).isEqualTo(new Retried(0, 1));

        assertThat(parking.discard(library.bean(LoansProjection.class), 1)).isPresent();

        assertThat(library.texts(PARKED)).isEmpty();
        assertThat(library.send(new LendBook("untitled", new ReaderId("ada"), "Ada")))
                .isTrue();
        assertThat(library.loans()).containsExactly("untitled to ada");
    }
}
