package com.emlyon.connect.query.generation;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Connections kept for those who write views, so that they wait neither for requests nor for those who wait for them. */
public final class ViewDatabase implements AutoCloseable {

    private final HikariDataSource connections;
    private final JdbcTemplate template;
    private final JdbcClient client;
    private final TransactionTemplate transactions;
    private final TransactionTemplate savepoints;
    private final TransactionTemplate snapshots;

    /** Takes the pool over, and closes it at the end. */
    public ViewDatabase(HikariDataSource connections) {
        this.connections = connections;
        this.template = new JdbcTemplate(connections);
        this.client = JdbcClient.create(template);
        JdbcTransactionManager manager = new JdbcTransactionManager(connections);
        this.transactions = new TransactionTemplate(manager);
        this.savepoints = new TransactionTemplate(manager);
        savepoints.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.snapshots = new TransactionTemplate(manager);
        snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshots.setReadOnly(true);
    }

    /** Statements, within the transaction if there is one. */
    public JdbcClient client() {
        return client;
    }

    /** The connection itself, within the transaction if there is one. */
    public JdbcTemplate template() {
        return template;
    }

    /** A session of one's own, to be closed. */
    public Connection connection() throws SQLException {
        return connections.getConnection();
    }

    /** All or nothing. */
    public TransactionTemplate transactions() {
        return transactions;
    }

    /** A part of a transaction that can fail alone. */
    public TransactionTemplate savepoints() {
        return savepoints;
    }

    /** Reads only; everything is as of one moment. */
    public TransactionTemplate snapshots() {
        return snapshots;
    }

    @Override
    public void close() {
        connections.close();
    }
}
