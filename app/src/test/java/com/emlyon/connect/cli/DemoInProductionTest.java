package com.emlyon.connect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.platform.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that add demo data, in production. */
class DemoInProductionTest {

    private final String database = TestPostgres.freshDatabaseUrl();

    @ParameterizedTest
    @ValueSource(strings = {"seed", "--demo", "serve --demo"})
    void aCommandThatAddsDemoDataIsRefusedInProductionAndTouchesNoDatabase(String command) throws SQLException {
        Ran ran = Ran.on(database, (command + " --NODE_ENV=production").split(" ", -1));

        assertThat(ran.exitCode()).isEqualTo(1);
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("SELECT to_regclass('store.fact')")) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString(1)).isNull();
        }
    }
}
