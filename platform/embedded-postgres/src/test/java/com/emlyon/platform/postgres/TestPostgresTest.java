package com.emlyon.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void everyTestDatabaseIsNewAndEmpty() throws SQLException {
        try (Connection first = DriverManager.getConnection(TestPostgres.freshDatabaseUrl());
                Statement statement = first.createStatement()) {
            statement.execute("CREATE TABLE left_behind ()");
        }

        try (Connection second = DriverManager.getConnection(TestPostgres.freshDatabaseUrl());
                Statement statement = second.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
            assertThat(tables.next()).isFalse();
        }
    }
}
