package com.emlyon.connect.query.generation;

import com.emlyon.connect.query.generation.Generation.State;
import com.emlyon.connect.query.projection.Projection;
import com.emlyon.connect.query.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of all generations, on which all nodes agree: rows of {@code view.generation}. */
public final class Generations {

    private static final SqlFile ADD = SqlFile.beside(Generations.class, "add-generation.sql");
    private static final SqlFile MOVE_BUILD = SqlFile.beside(Generations.class, "move-build.sql");
    private static final String COLUMNS = "projection, generation, version, state, position";

    private final JdbcClient database;

    /** Reads and writes through these connections. */
    public Generations(ViewDatabase database) {
        this.database = database.client();
    }

    /** The one that readers see; empty before the very first start. */
    public Optional<Generation> serving(Projection projection) {
        return database.sql(
                        "SELECT %s FROM view.generation WHERE projection = ? AND state = 'SERVING'".formatted(COLUMNS))
                .param(projection.name())
                .query(Generations::generation)
                .optional();
    }

    /** The one that is being built or is ready; empty when no rebuild goes on. */
    public Optional<Generation> next(Projection projection) {
        return database.sql(
                        "SELECT %s FROM view.generation WHERE projection = ? AND state <> 'SERVING'".formatted(COLUMNS))
                .param(projection.name())
                .query(Generations::generation)
                .optional();
    }

    /** The one that readers see, which stays where it is until the transaction ends. */
    public Optional<Generation> lockServing(Projection projection) {
        return database.sql("SELECT %s FROM view.generation WHERE projection = ? AND state = 'SERVING' FOR UPDATE"
                        .formatted(COLUMNS))
                .param(projection.name())
                .query(Generations::generation)
                .optional();
    }

    /** The one that is being built or is ready, which stays what and where it is until the transaction ends. */
    Optional<Generation> lockNext(Projection projection) {
        return database.sql("SELECT %s FROM view.generation WHERE projection = ? AND state <> 'SERVING' FOR UPDATE"
                        .formatted(COLUMNS))
                .param(projection.name())
                .query(Generations::generation)
                .optional();
    }

    /** Keeps others from making and removing generations of a projection until the transaction ends. */
    public void lock(Projection projection) {
        database.sql("SELECT pg_advisory_xact_lock(hashtext('generations of ' || ?))")
                .param(projection.name())
                .query()
                .listOfRows();
    }

    /** Notes a new generation without rows. */
    Generation add(Projection projection, State state, long factsTotal) {
        return database.sql(ADD.statement())
                .param("projection", projection.name())
                .param("version", projection.version())
                .param("state", state.name())
                .param("facts", factsTotal)
                .query(Generations::generation)
                .single();
    }

    /** Forgets a generation, and what was parked for it; waits for whoever is moving it. */
    void remove(Generation generation) {
        database.sql("DELETE FROM view.generation WHERE projection = ? AND generation = ?")
                .params(generation.projection(), generation.number())
                .update();
    }

    /** Changes what a generation is there for; false when it is not any more what the caller believes, or not there. */
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

    /** Notes that somebody goes on with a build: the time in which nobody did says nothing about its pace. */
    public void takeUp(Generation generation) {
        database.sql("UPDATE view.generation SET moved_at = NULL, pace = NULL WHERE projection = ? AND generation = ?")
                .params(generation.projection(), generation.number())
                .update();
    }

    /** Moves a generation that is built; false when it is not there any more, or was moved by somebody else. */
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

    /** Notes why the generation that serves does not get on, unless somebody else has moved it meanwhile. */
    public void stick(Generation serving, String failure) {
        database.sql("""
                        UPDATE view.generation SET failure = ?
                        WHERE projection = ? AND generation = ? AND state = 'SERVING' AND position = ?
                        """)
                .params(failure, serving.projection(), serving.number(), serving.position())
                .update();
    }

    /** Notes that the generation that serves gets on, although there may be nothing to do for it. */
    public void getOn(Projection projection) {
        database.sql("""
                        UPDATE view.generation SET failure = NULL
                        WHERE projection = ? AND state = 'SERVING' AND failure IS NOT NULL
                        """).param(projection.name()).update();
    }

    /** Notes, for whoever has locked it, that nothing up to a position concerns the one that serves. */
    public void passOver(Generation serving, long to) {
        database.sql("UPDATE view.generation SET position = ? WHERE projection = ? AND generation = ?")
                .params(to, serving.projection(), serving.number())
                .update();
    }

    /** Notes why a generation that is built does not get on. */
    public void fail(Generation generation, String failure) {
        database.sql("UPDATE view.generation SET failure = ? WHERE projection = ? AND generation = ?")
                .params(failure, generation.projection(), generation.number())
                .update();
    }

    /** Says something to every node when the transaction commits, see {@link Channels}. */
    public void announce(String channel, String message) {
        announce(List.of(new Announcement(channel, message)));
    }

    /** Says several things, in this order, for the price of one statement. */
    public void announce(List<Announcement> announcements) {
        database.sql("SELECT pg_notify(channel, message) FROM unnest(?, ?) AS said (channel, message)")
                .param(announcements.stream().map(Announcement::channel).toArray(String[]::new))
                .param(announcements.stream().map(Announcement::message).toArray(String[]::new))
                .query()
                .listOfRows();
    }

    /** The schemas of all generations that there are. */
    List<String> schemata() {
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
