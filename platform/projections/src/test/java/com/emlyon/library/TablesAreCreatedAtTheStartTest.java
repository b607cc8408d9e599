package com.emlyon.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.library.Command.AddBook;
import com.emlyon.platform.eventstore.database.SchemaInitializer;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Timeout(120)
class TablesAreCreatedAtTheStartTest {

    private static final String SCRIPT = "classpath:com/emlyon/platform/eventstore/schema.sql";

    private final DriverManagerDataSource database = new DriverManagerDataSource(TestPostgres.freshDatabaseUrl());

    @Test
    void whoeverStartsLaterFindsThemAndWhatTheyContain() {
        try (Library library = new Library(url())) {
            assertThat(library.send(new AddBook("emma", "Emma"))).isTrue();
        }

        try (Library library = new Library(url())) {
            assertThat(library.books()).containsExactly("emma: Emma");
            assertThat(library.send(new AddBook("dune", "Dune"))).isTrue();
            assertThat(library.number("SELECT max(position) FROM store.fact")).isEqualTo(2);
        }
    }

    @Test
    void manyNodesAtOnceCreateThemOnce() {
        SchemaInitializer initializer = new SchemaInitializer(database, SCRIPT, List.of("store.fact", "store.node"));

        List<CompletableFuture<Boolean>> nodes;
        try (ExecutorService starts = Executors.newVirtualThreadPerTaskExecutor()) {
            nodes = Stream.generate(() -> CompletableFuture.supplyAsync(initializer::initializeDatabase, starts))
                    .limit(8)
                    .toList();
        }

        assertThat(nodes).allSatisfy(node -> assertThat(node).succeedsWithin(Duration.ofMinutes(1)));
        assertThat(tables()).contains("store.fact", "store.node");
    }

    @Test
    void anApplicationThatMigratesItselfIsLeftAlone() {
        assertThatThrownBy(() -> new Library(
                                url(), "--event-store.initialize-schema=false", "--projections.initialize-schema=false")
                        .close())
                .hasStackTraceContaining("relation \"store.");

        assertThat(tables()).isEmpty();
    }

    private String url() {
        return String.valueOf(database.getUrl());
    }

    private List<String> tables() {
        return JdbcClient.create(database)
                .sql(
                        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('store', 'view') ORDER BY 1")
                .query((row, number) -> row.getString(1))
                .list();
    }
}
