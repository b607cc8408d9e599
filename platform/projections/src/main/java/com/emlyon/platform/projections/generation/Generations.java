package com.emlyon.platform.projections.generation;

import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.generation.Generation.State;
import com.emlyon.platform.projections.projection.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes {@code view.generation}: the rows of all generations, shared by all nodes. */
public final class Generations {

    private static final SqlFile ADD = SqlFile.beside(Generations.class, "add-generation.sql");
    private static final SqlFile MOVE_BUILD = SqlFile.beside(Generations.class, "move-build.sql");
    private static final String COLUMNS = "projection, generation, version, state, position";

    private final JdbcClient database;

    /** Uses the given connections. */
    public Generations(ViewDatabase database) {
        this.database = database.client();
    }

    /** The generation that serves; empty before the very first start. */
    public Optional<Generation> serving(Projection projection) {
        return database.sql(
                        "SELECT %s FROM view.generation WHERE projection = ? AND state = 'SERVING'".formatted(COLUMNS))
                .param(projection.name())
                .query(Generations::generation)
                .optional();
    }

    /** The generation that is being built or is ready; empty when there is no rebuild. */
    public Optional<Generation> next(Projection projection) {
        return database.sql(
                        "SELECT %s FROM view.generation WHERE projection = ? AND state <> 'SERVING'".formatted(COLUMNS))
                .param(projection.name())
                .query(Generations::generation)
                .optional();
    }

    /** The generation that serves, locked until the transaction ends. */
    public Optional<Generation> lockServing(Projection projection) {
        return database.sql("SELECT %s FROM view.generation WHERE projection = ? AND state = 'SERVING' FOR UPDATE"
                        .formatted(COLUMNS))
                .param(projection.name())
                .query(Generations::generation)
                .optional();
    }

    /** The generation that is being built or is ready, locked until the transaction ends. */
    Optional<Generation> lockNext(Projection projection) {
        return database.sql("SELECT %s FROM view.generation WHERE projection = ? AND state <> 'SERVING' FOR UPDATE"
                        .formatted(COLUMNS))
                .param(projection.name())
                .query(Generations::generation)
                .optional();
    }

    /** Keeps other transactions from creating and removing generations of a projection until this one ends. */
    public void lock(Projection projection) {
        database.sql("SELECT pg_advisory_xact_lock(hashtext('generations of ' || ?))")
                .param(projection.name())
                .query()
                .listOfRows();
    }

    /** Inserts a new generation without rows. */
    Generation add(Projection projection, State state, long factsTotal) {
        return database.sql(ADD.statement())
                .param("projection", projection.name())
                .param("version", projection.version())
                .param("state", state.name())
                .param("facts", factsTotal)
                .query(Generations::generation)
                .single();
    }

    /** Deletes a generation and its parked facts; waits for a transaction that is moving its checkpoint. */
    void remove(Generation generation) {
        database.sql("DELETE FROM view.generation WHERE projection = ? AND generation = ?")
                .params(generation.projection(), generation.number())
                .update();
    }

    /**
     * Changes the state of a generation; false when its state or position is not what the caller expects, or it does
     * not exist.
     */
    public boolean become(Generation generation, State state) {
        return database.sql("""
                        UPDATE view.generation SET state = ?, failure = NULL
                        WHERE projection = ? AND generation = ? AND state = ? AND position = ?
                        """)
                        .params(
                                state.name(),
                                generation.projection(),
                                generation.number(),
                                generation.state().name(),
                                generation.position())
                        .update()
                == 1;
    }

    /**
     * Resets the measured pace of a build when a node continues it, so that the time in which no node built does not
     * count.
     */
    public void takeUp(Generation generation) {
        database.sql("UPDATE view.generation SET moved_at = NULL, pace = NULL WHERE projection = ? AND generation = ?")
                .params(generation.projection(), generation.number())
                .update();
    }

    /**
     * Moves the checkpoint of a generation that is being built; false when the generation does not exist any more, or
     * its checkpoint is not at the expected position.
     */
    public boolean move(Generation from, long to, int facts) {
        return database.sql(MOVE_BUILD.statement())
                        .param("projection", from.projection())
                        .param("generation", from.number())
                        .param("from", from.position())
                        .param("to", to)
                        .param("facts", facts)
                        .update()
                == 1;
    }

    /**
     * Notes why the generation that serves makes no progress, unless another processor has moved its checkpoint
     * meanwhile.
     */
    public void stick(Generation serving, String failure) {
        database.sql("""
                        UPDATE view.generation SET failure = ?
                        WHERE projection = ? AND generation = ? AND state = 'SERVING' AND position = ?
                        """)
                .params(failure, serving.projection(), serving.number(), serving.position())
                .update();
    }

    /**
     * Clears the noted failure of the generation that serves: its processor works, although there may be no facts to
     * apply.
     */
    public void getOn(Projection projection) {
        database.sql("""
                        UPDATE view.generation SET failure = NULL
                        WHERE projection = ? AND state = 'SERVING' AND failure IS NOT NULL
                        """).param(projection.name()).update();
    }

    /**
     * Moves the checkpoint of the generation that serves, which the caller has locked, over facts that do not concern
     * it.
     */
    public void passOver(Generation serving, long to) {
        database.sql("UPDATE view.generation SET position = ? WHERE projection = ? AND generation = ?")
                .params(to, serving.projection(), serving.number())
                .update();
    }

    /** Notes why the build of a generation fails. */
    public void fail(Generation generation, String failure) {
        database.sql("UPDATE view.generation SET failure = ? WHERE projection = ? AND generation = ?")
                .params(failure, generation.projection(), generation.number())
                .update();
    }

    /** Sends a message to every node when the transaction commits, see {@link Channels}. */
    public void announce(String channel, String message) {
        announce(List.of(new Announcement(channel, message)));
    }

    /** Sends several messages, in this order, with one statement. */
    public void announce(List<Announcement> announcements) {
        database.sql("SELECT pg_notify(channel, message) FROM unnest(?, ?) AS said (channel, message)")
                .param(announcements.stream().map(Announcement::channel).toArray(String[]::new))
                .param(announcements.stream().map(Announcement::message).toArray(String[]::new))
                .query()
                .listOfRows();
    }

    /** The schemas of all generations in {@code view.generation}. */
    List<String> schemas() {
        return database.sql("SELECT projection, generation FROM view.generation")
                .query((row, number) -> Generation.schema(row.getString(1), row.getInt(2)))
                .list();
    }

    private static Generation generation(ResultSet row, int number) throws SQLException {
        return new Generation(
                row.getString("projection"),
                row.getInt("generation"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                row.getLong("position"));
    }
}
