package com.emlyon.platform.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.platform.eventstore.EventStoreAutoConfiguration;
import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.postgres.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;

@Timeout(120)
class FactWriterTest {

    private final FactWriter writer = new FactWriter(database(), Duration.ofSeconds(30));

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void anErrorFailsItsOwnBatchAndTheWriterGoesOn() {
        TransactionalWrite broken = transaction -> {
            throw new StackOverflowError("beside the facts");
        };

        assertThatThrownBy(() -> writer.append(List.of(fact("first")), List.of(broken)))
                .hasRootCauseInstanceOf(StackOverflowError.class);

        assertThat(writer.append(List.of(fact("second")), List.of())).isPositive();
    }

    private static FactRow fact(String stream) {
        return new FactRow(
                stream, 0, "Test", UUID.randomUUID().toString(), "Tested", "1", "{}", "{}", "2026-01-01T00:00:00Z");
    }

    private static HikariDataSource database() {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(TestPostgres.freshDatabaseUrl());
        database.setMaximumPoolSize(2);
        SqlFile schema = SqlFile.beside(EventStoreAutoConfiguration.class, "schema.sql");
        new JdbcTemplate(database).execute(schema.statement());
        return database;
    }
}
