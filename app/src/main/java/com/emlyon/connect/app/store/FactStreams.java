package com.emlyon.connect.app.store;

import com.emlyon.connect.api.Moment;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.fact.Fact;
import com.emlyon.connect.query.generation.ViewDatabase;
import com.emlyon.connect.query.history.StoredFact;
import com.emlyon.connect.query.history.Streams;
import com.emlyon.connect.query.sql.SqlFile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the facts of a few aggregates, directly from {@code store.fact}. */
@Component
class FactStreams implements Streams {

    private static final SqlFile READ = SqlFile.beside(FactStreams.class, "read-streams.sql");
    private static final SqlFile OWNER = SqlFile.beside(FactStreams.class, "find-owner-of-check-in.sql");
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final StoredTypes types;
    private final FactReader reader;

    FactStreams(ViewDatabase database, StoredTypes types, FactReader reader) {
        this.database = database.client();
        this.transactions = database.transactions();
        this.types = types;
        this.reader = reader;
    }

    @Override
    public void read(
            Collection<String> streams, Moment upTo, Set<Class<? extends Fact>> kinds, Consumer<StoredFact> facts) {
        // Outside of a transaction the JDBC driver would fetch all rows at once.
        transactions.executeWithoutResult(transaction -> database.sql(READ.statement())
                .withFetchSize(AT_ONCE)
                .param("streams", streams.toArray(String[]::new))
                .param("types", types.namesOf(kinds).toArray(String[]::new))
                .param("position", upTo.position())
                .param("recorded_up_to", timestamp(upTo.recordedUpTo()))
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
    public Optional<AccountId> ownerOf(CheckInId checkIn) {
        return database.sql(OWNER.statement())
                .param(checkIn.value())
                .query((row, number) -> new AccountId(row.getString("account")))
                .optional();
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
