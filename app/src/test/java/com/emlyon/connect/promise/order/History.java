package com.emlyon.connect.promise.order;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of a service, looked at and written to past the service. */
final class History {

    private final String url;
    private final JdbcClient database;

    /** The database of this JDBC URL, which carries user and password. */
    History(String url) {
        this.url = url;
        this.database = JdbcClient.create(new DriverManagerDataSource(url));
    }

    JdbcClient database() {
        return database;
    }

    /** A transaction of one's own, open until it is committed or closed. */
    Connection transaction() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    /** The position of the newest fact. */
    long end() {
        return database.sql("SELECT coalesce(max(position), 0) FROM store.fact")
                .query(Long.class)
                .single();
    }

    List<Long> positions() {
        return database.sql("SELECT position FROM store.fact ORDER BY position")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    List<Long> positionsOf(Collection<String> types) {
        return database.sql("SELECT position FROM store.fact WHERE type IN (:types) ORDER BY position")
                .param("types", types)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** The ids of all facts, in order. */
    List<String> ids() {
        return database.sql("SELECT id::text FROM store.fact ORDER BY position")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** How far each processor, and the view of each projection, has come. */
    Map<String, Long> readPositions() {
        return database
                .sql("""
                        SELECT projection, position FROM view.generation WHERE state = 'SERVING'
                        """)
                .query((row, number) -> Map.entry(row.getString("projection"), row.getLong("position")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** 1, 2, 3, … up to the given number. */
    static List<Long> allUpTo(long end) {
        return LongStream.rangeClosed(1, end).boxed().toList();
    }
}
