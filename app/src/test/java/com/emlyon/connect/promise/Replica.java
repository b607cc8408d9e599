package com.emlyon.connect.promise;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.avatar.FormerAvatars;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** A database of its own whose history is copied from another one, and a node that only projects it. */
public final class Replica implements AutoCloseable {

    private final String database;
    private final TestNode node;
    private final Views views;

    /** Starts with an empty history. */
    public Replica(int batchSize) {
        database = TestPostgres.freshDatabaseUrl();
        node = TestNode.start(database);
        views = new Views(node, batchSize);
        // What they would do has been done, and stands in the history that will be copied.
        new Processors(node, "rules", FormerAvatars.NAME).stop();
    }

    /** Copies the facts behind the one position up to the other, and projects them. */
    public void copy(String source, long after, long upTo) {
        String selection = "SELECT * FROM store.fact WHERE position > %d AND position <= %d ORDER BY position"
                .formatted(after, upTo);
        try (Connection from = DriverManager.getConnection(source);
                Connection to = DriverManager.getConnection(database)) {
            StringWriter facts = new StringWriter();
            from.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (%s) TO STDOUT".formatted(selection), facts);
            to.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY store.fact FROM STDIN", new StringReader(facts.toString()));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        views.follow();
    }

    /** Applies what follows the position once more, over the rows that are there. */
    void applyAgainAfter(long position) {
        views.followAgainAfter(position);
    }

    /** Builds the tables again from all of history. */
    void rebuild() {
        views.rebuild();
    }

    /** Every row that readers see, by view. */
    public Map<String, List<String>> tables() {
        return Views.rows(node);
    }

    @Override
    public void close() {
        node.close();
    }
}
