package com.emlyon.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.library.Command.AddBook;
import com.emlyon.library.Command.LendBook;
import com.emlyon.library.Command.ReturnBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsAreStoredInOrderTest {

    private static final int BOOKS = 40;

    private Library library;

    @BeforeAll
    void start() {
        library = new Library();
    }

    @AfterAll
    void stop() {
        library.close();
    }

    @Test
    void whatACommandHasDoneIsShownWhenItIsAnswered() {
        assertThat(library.send(new AddBook("emma", "Emma"))).isTrue();
        assertThat(library.books()).contains("emma: Emma");

        assertThat(library.send(new LendBook("emma", new ReaderId("ada"), "Ada")))
                .isTrue();
        assertThat(library.loans()).contains("emma to ada");

        assertThat(library.send(new ReturnBook("emma"))).isTrue();
        assertThat(library.loans()).doesNotContain("emma to ada");
    }

    @Test
    void manyCommandsAtOnceLeaveNoGapNorDoesOneThatIsRolledBack() throws SQLException {
        try (ExecutorService librarians = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<Boolean>> sent = IntStream.range(0, BOOKS)
                    .mapToObj(number -> CompletableFuture.supplyAsync(
                            () -> library.send(new AddBook("novel-" + number, "Novel " + number))
                                    && library.send(new LendBook("novel-" + number, new ReaderId("max"), "Max")),
                            librarians))
                    .toList();
            rollBackAFact();
            assertThat(sent).allSatisfy(done -> assertThat(done.join()).isTrue());
        }

        List<String> positions = library.texts("SELECT position::text FROM store.fact ORDER BY fact.position");
        assertThat(positions)
                .hasSizeGreaterThanOrEqualTo(2 * BOOKS)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, positions.size())
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(library.texts("""
                SELECT stream FROM store.fact GROUP BY stream
                HAVING array_agg(sequence ORDER BY position) <> array_agg(sequence ORDER BY sequence)
                    OR max(sequence) <> count(*) - 1
                """)).isEmpty();
        assertThat(library.number("SELECT count(*) FROM view.loan WHERE reader = 'max'"))
                .isEqualTo(BOOKS);
    }

    private void rollBackAFact() throws SQLException {
        try (Connection connection = library.bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            int stored = statement.executeUpdate("""
                    INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                    VALUES ('lost', 0, 'Book', gen_random_uuid(), 'BookAdded', '2', '{}', '{}', now())
                    """);
            assertThat(stored).isEqualTo(1);
            connection.rollback();
        }
    }
}
