package com.emlyon.platform.projections.generation;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A connection pool only for writing views, so that projection processors wait neither for the connections of requests
 * nor for those of requests that wait for them.
 */
public final class ViewDatabase implements AutoCloseable {

    private final HikariDataSource connections;
    private final JdbcTemplate template;
    private final JdbcClient client;
    private final TransactionTemplate transactions;
    private final TransactionTemplate savepoints;
    private final TransactionTemplate snapshots;

    /** Takes ownership of the pool: {@link #close} closes it. */
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

    /** Executes statements, within the current transaction if there is one. */
    public JdbcClient client() {
        return client;
    }

    /** Gives access to the connection, within the current transaction if there is one. */
    public JdbcTemplate template() {
        return template;
    }

    /** A connection outside of any transaction of Spring; the caller closes it. */
    public Connection connection() throws SQLException {
        return connections.getConnection();
    }

    /** Runs work in a transaction. */
    public TransactionTemplate transactions() {
        return transactions;
    }

    /** Runs a part of a transaction in a savepoint, so that it can fail alone. */
    public TransactionTemplate savepoints() {
        return savepoints;
    }

    /** Runs a read-only transaction in which all statements see one snapshot. */
    public TransactionTemplate snapshots() {
        return snapshots;
    }

    @Override
    public void close() {
        connections.close();
    }
}
