package com.emlyon.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.library.Command.AddBook;
import com.emlyon.library.Command.LendBook;
import com.emlyon.platform.eventstore.refusal.Refused;
import com.emlyon.platform.postgres.TestPostgres;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneReaderAtATimeTest {

    private static final String LENT = "lent";

    private Library here;
    private Library elsewhere;

    @BeforeAll
    void start() {
        String database = TestPostgres.freshDatabaseUrl();
        here = new Library(database);
        elsewhere = new Library(database);
    }

    @AfterAll
    void stop() {
        here.close();
        elsewhere.close();
    }

    @RepeatedTest(10)
    void ofTwoLendingsAtOnceOneWinsAndTheOtherIsRefused(RepetitionInfo repetition) throws Exception {
        String book = "book-" + repetition.getCurrentRepetition();
        assertThat(here.send(new AddBook(book, "Emma"))).isTrue();
        CyclicBarrier atOnce = new CyclicBarrier(3);

        List<String> outcomes;
        try (ExecutorService librarians = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<String>> lendings = Stream.of(
                            lending(here, book, "ada"), lending(here, book, "max"), lending(elsewhere, book, "pia"))
                    .map(lending -> CompletableFuture.supplyAsync(() -> outcome(lending, atOnce), librarians))
                    .toList();
            outcomes = lendings.stream().map(CompletableFuture::join).toList();
        }

        String refused = new NotAvailable(book).toString();
        assertThat(outcomes).containsExactlyInAnyOrder(LENT, refused, refused);
        assertThat(here.number("SELECT count(*) FROM store.fact WHERE stream = ? AND type = 'BookLent'", book))
                .isEqualTo(1);
        assertThat(elsewhere.number("SELECT count(*) FROM view.loan WHERE book = ?", book))
                .isEqualTo(1);
    }

    private static Runnable lending(Library library, String book, String reader) {
        return () -> assertThat(library.send(new LendBook(book, new ReaderId(reader), reader)))
                .isTrue();
    }

    private static String outcome(Runnable lending, CyclicBarrier atOnce) {
        try {
            atOnce.await();
            lending.run();
            return LENT;
        } catch (Refused refused) {
            return refused.refusal().toString();
        } catch (Exception failure) {
            return failure.toString();
        }
    }
}
