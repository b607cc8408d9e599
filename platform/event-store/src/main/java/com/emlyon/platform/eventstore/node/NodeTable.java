package com.emlyon.platform.eventstore.node;

import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The processes in {@code store.node}. One without a heartbeat for ten seconds counts as dead. */
public class NodeTable {

    private static final SqlFile HEARTBEAT = SqlFile.beside(NodeTable.class, "heartbeat.sql");
    private static final SqlFile LIVING = SqlFile.beside(NodeTable.class, "living-nodes.sql");

    private final JdbcClient database;

    NodeTable(JdbcClient database) {
        this.database = database;
    }

    /** All living processes, the oldest first. */
    public List<Node> living() {
        return database.sql(LIVING.statement())
                .query((row, number) -> node(row))
                .list();
    }

    /** Notes that a node is alive, and deletes those that have been dead for long. */
    void beat(String id, NodeDescription description, Set<String> masterKeys) {
        database.sql(HEARTBEAT.statement())
                .param("id", id)
                .param("version", description.version())
                .param("servesRequests", description.servesRequests())
                .param("masterKeys", masterKeys.toArray(String[]::new))
                .update();
    }

    void remove(String id) {
        database.sql("DELETE FROM store.node WHERE id = ?").param(id).update();
    }

    private static Node node(ResultSet row) throws SQLException {
        return new Node(
                row.getString("id"),
                row.getString("version"),
                row.getBoolean("serves_requests"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                Set.of((String[]) row.getArray("master_keys").getArray()));
    }
}
