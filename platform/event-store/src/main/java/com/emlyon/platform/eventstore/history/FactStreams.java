package com.emlyon.platform.eventstore.history;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.FactReader;
import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the facts of a few aggregates, directly from {@code store.fact}. */
public final class FactStreams implements Streams {

    private static final SqlFile READ = SqlFile.beside(FactStreams.class, "read-streams.sql");
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final StoredTypes types;
    private final FactReader reader;

    /** Uses the given connections, and reads within transactions of the template. */
    public FactStreams(JdbcClient database, TransactionTemplate transactions, StoredTypes types, FactReader reader) {
        this.database = database;
        this.transactions = transactions;
        this.types = types;
        this.reader = reader;
    }

    @Override
    public void read(
            Collection<String> streams, HistoryEnd end, Set<Class<? extends Fact>> kinds, Consumer<StoredFact> facts) {
        // Outside of a transaction the JDBC driver would fetch all rows at once.
        transactions.executeWithoutResult(transaction -> database.sql(READ.statement())
                .withFetchSize(AT_ONCE)
                .param("streams", streams.toArray(String[]::new))
                .param("types", types.namesOf(kinds).toArray(String[]::new))
                .param("position", end.position())
                .param("recorded_up_to", timestamp(end.recordedUpTo()))
                .query(row -> {
                    String type = row.getString("type");
                    String revision = row.getString("revision");
                    String payload = row.getString("payload");
                    facts.accept(new StoredFact(
                            row.getLong("position"),
                            row.getString("stream"),
                            type,
                            null,
                            () -> reader.read(type, revision, payload)));
                }));
    }

    /** Maps {@link Instant#MAX} to PostgreSQL's infinity. */
    private static OffsetDateTime timestamp(Instant instant) {
        return instant.equals(Instant.MAX) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Optional<Instant> recordedAt(long position) {
        return database.sql("SELECT recorded_at FROM store.fact WHERE position = ?")
                .param(position)
                .query((row, number) ->
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())
                .optional();
    }
}
