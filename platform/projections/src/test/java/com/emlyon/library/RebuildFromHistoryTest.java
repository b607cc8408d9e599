package com.emlyon.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.library.Command.AddBook;
import com.emlyon.library.Command.LendBook;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RebuildFromHistoryTest {

    private static final String ROWS =
            "SELECT book || ' ' || reader || ' ' || name || ' ' || since FROM view.loan ORDER BY 1";

    private Library library;

    @BeforeEach
    void start() {
        library = new Library();
        for (int i = 0; i < 20; i++) {
            assertThat(library.send(new AddBook("book-" + i, "Book " + i))).isTrue();
            assertThat(library.send(new LendBook("book-" + i, new ReaderId("ada"), "Ada")))
                    .isTrue();
        }
    }

    @AfterEach
    void stop() {
        library.close();
    }

    @Test
    void aReaderFindsTheSameRowsBeforeDuringAndAfterIt() throws InterruptedException {
        List<String> before = library.texts(ROWS);
        Set<List<String>> found = ConcurrentHashMap.newKeySet();
        AtomicLong reads = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        Thread reader = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                found.add(library.texts(ROWS));
                reads.incrementAndGet();
            }
        });
        await().until(() -> reads.get() > 0);

        assertThat(library.bean(ProjectionLifecycle.class).begin(library.bean(LoansProjection.class)))
                .isTrue();

        awaitServing(2);
        long until = reads.get() + 2;
        await().until(() -> reads.get() > until);
        done.set(true);
        reader.join();
        assertThat(before).hasSize(20);
        assertThat(found).containsExactly(before);
        assertThat(definition()).contains("view_loans_2.loan");
    }

    @Test
    void aTransactionKeepsItsTablesUntilItEnds() throws SQLException {
        try (Connection connection = library.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<String> before = rows(connection);

            assertThat(library.bean(ProjectionLifecycle.class).begin(library.bean(LoansProjection.class)))
                    .isTrue();

            await().atMost(Duration.ofMinutes(1)).until(() -> state(2).equals("READY"));
            assertThat(library.send(new AddBook("late", "A book that came meanwhile")))
                    .isTrue();
            assertThat(library.send(new LendBook("late", new ReaderId("max"), "Max")))
                    .isTrue();
            assertThat(rows(connection)).isEqualTo(before).hasSize(20);
            assertThat(state(2)).isEqualTo("READY");
            connection.rollback();
        }

        awaitServing(2);
        assertThat(library.loans()).hasSize(21).contains("late to max");
    }

    private void awaitServing(int generation) {
        await().atMost(Duration.ofMinutes(1)).until(() -> state(generation).equals("SERVING"));
    }

    private String state(int generation) {
        return library.texts(
                        "SELECT coalesce(max(state), 'none') FROM view.generation WHERE projection = 'loans' AND generation = ?",
                        generation)
                .getFirst();
    }

    private String definition() {
        return library.texts("SELECT pg_get_viewdef('view.loan')").getFirst();
    }

    private static List<String> rows(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(ROWS)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
