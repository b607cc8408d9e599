package com.emlyon.platform.eventstore.history;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.FactReader;
import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.eventstore.fact.UnreadableFact;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads history for projections, directly from {@code store.fact}. */
public final class FactHistory implements History {

    private static final SqlFile PAGE = SqlFile.beside(FactHistory.class, "read-page.sql");

    private final JdbcClient database;
    private final StoredTypes types;
    private final FactReader reader;

    /** Uses the given connections. */
    public FactHistory(JdbcClient database, StoredTypes types, FactReader reader) {
        this.database = database;
        this.types = types;
        this.reader = reader;
    }

    @Override
    public FactPage after(long position, Set<Class<? extends Fact>> kinds, int most) {
        return between(position, Long.MAX_VALUE, kinds, most);
    }

    @Override
    public FactPage between(long position, long end, Set<Class<? extends Fact>> kinds, int most) {
        List<Found> found = database.sql(PAGE.statement())
                .param("after", position)
                .param("end", end)
                .param("types", names(kinds))
                .param("most", most)
                .query(this::found)
                .list();
        List<StoredFact> facts =
                found.stream().filter(Found::isFact).map(Found::fact).toList();
        long upTo =
                facts.size() < most ? found.getFirst().end() : facts.getLast().position();
        return new FactPage(facts, Math.max(upTo, position));
    }

    @Override
    public long count(long upTo, Set<Class<? extends Fact>> kinds) {
        return database.sql("SELECT count(*) FROM store.fact WHERE position <= ? AND type = ANY (?)")
                .params(upTo, names(kinds))
                .query(Long.class)
                .single();
    }

    private String[] names(Set<Class<? extends Fact>> kinds) {
        return types.namesOf(kinds).toArray(String[]::new);
    }

    private Found found(ResultSet row, int number) throws SQLException {
        String type = row.getString("type");
        String revision = row.getString("revision");
        String payload = row.getString("payload");
        return new Found(
                row.getLong("head"),
                new StoredFact(
                        row.getLong("position"),
                        row.getString("stream"),
                        type,
                        row.getString("decision"),
                        () -> read(type, revision, payload)));
    }

    private Fact read(String type, String revision, String payload) {
        try {
            return reader.read(type, revision, payload);
        } catch (UnreadableFact unreadable) {
            throw unreadable.isNewer() ? new FactOfNewerCode(unreadable) : new BrokenFact(unreadable);
        }
    }

    /** One row of the result; when there are no facts, the only row has none. */
    private record Found(long end, StoredFact fact) {

        boolean isFact() {
            return fact.position() > 0;
        }
    }
}
