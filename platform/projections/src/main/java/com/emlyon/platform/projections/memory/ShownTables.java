package com.emlyon.platform.projections.memory;

import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The state of the tables that readers see at a moment, by the names of their projections.
 *
 * @param byProjection in the order of names
 */
public record ShownTables(Map<String, State> byProjection) {

    private static final SqlFile SHOWN_TABLES = SqlFile.beside(ShownTables.class, "shown-tables.sql");
    private static final int BYTES_THAT_TELL = 8;

    /** Reads the state as of now, or as of the snapshot of the current transaction. */
    public static ShownTables in(ViewDatabase database, Collection<Projection> projections) {
        Map<String, State> states = new TreeMap<>();
        JdbcClient client = database.client();
        client.sql(SHOWN_TABLES.statement())
                .param("projections", projections.stream().map(Projection::name).toArray(String[]::new))
                .query(row -> {
                    states.put(row.getString("projection"), state(row));
                });
        return new ShownTables(states);
    }

    private static State state(ResultSet row) throws SQLException {
        return new State(
                row.getInt("generation"),
                row.getInt("version"),
                row.getLong("position"),
                row.getLong("discarded"),
                List.of((Long[]) row.getArray("failed").getArray()),
                Set.of((String[]) row.getArray("parked_streams").getArray()));
    }

    /** The state of the tables of a projection. */
    public State of(Projection projection) {
        State state = byProjection.get(projection.name());
        if (state == null) {
            throw new IllegalStateException("There are no tables of %s yet".formatted(projection.name()));
        }
        return state;
    }

    /**
     * Whether applying facts leads from the others to these: they are the same tables at the same or higher
     * checkpoints, and lack the same facts.
     */
    public boolean follow(ShownTables others) {
        return tell().equals(others.tell())
                && others.byProjection.entrySet().stream()
                        .allMatch(other -> hasReached(other.getKey(), other.getValue()));
    }

    private boolean hasReached(String projection, State other) {
        State state = byProjection.get(projection);
        return state != null && state.position() >= other.position();
    }

    /** The highest checkpoint of any of them. */
    public long furthest() {
        return byProjection.values().stream().mapToLong(State::position).max().orElse(0);
    }

    /** A hash in hexadecimal digits that identifies the tables and the facts that they lack. */
    public String tell() {
        StringBuilder text = new StringBuilder();
        byProjection.forEach((projection, state) -> text.append(projection)
                .append(' ')
                .append(state.generation())
                .append(state.failed())
                .append(state.discarded() == 0 ? "" : state.discarded())
                .append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES_THAT_TELL);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * The state of the tables of one projection.
     *
     * @param discarded how many facts operators have discarded for these tables
     * @param failed positions of the facts that could not be applied to them
     * @param parkedStreams the streams with parked facts, which are not applied any more
     */
    public record State(
            int generation, int version, long position, long discarded, List<Long> failed, Set<String> parkedStreams) {}
}
