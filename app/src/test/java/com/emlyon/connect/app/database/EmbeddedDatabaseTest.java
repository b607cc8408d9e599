package com.emlyon.connect.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.startup.StartFailure;
import com.emlyon.platform.postgres.PostgresStart;
import com.emlyon.platform.postgres.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    @TempDir
    Path data;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withUserConfiguration(EmbeddedDatabase.class);

    @Test
    void theDataSourceOfTheServiceIsTheBuiltInPostgreSqlAndBothEndTogether() {
        application
                .withPropertyValues("connect.database.embedded=true", "connect.data=" + data)
                .run(context -> {
                    JdbcClient database = JdbcClient.create(context.getBean(DataSource.class));
                    assertThat(database.sql("select current_database() || ' of ' || current_user")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("connect of connect");
                    database.sql("create schema view_g1").update();
                    assertThat(context.getBean(HikariDataSource.class))
                            .returns(10, HikariDataSource::getMaximumPoolSize);
                    assertThat(data.resolve("postgres/connect.password")).exists();
                    assertThat(data.resolve("postgres/connect.port")).exists();
                    // By this name the nodes of one machine see each other's use of the server.
                    assertThat(database.sql("select count(*) from pg_stat_activity where application_name = ?")
                                    .param("emlyon-connect-watch")
                                    .query(Long.class)
                                    .single())
                            .isOne();
                });
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void theOperatorsOwnDatabaseIsUsedWhenThereIsOne() {
        String url = TestPostgres.freshDatabaseUrl();
        application
                .withPropertyValues(
                        "connect.database.embedded=false", "connect.data=" + data, "spring.datasource.url=" + url)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(PostgresStart.class);
                    assertThat(JdbcClient.create(context.getBean(DataSource.class))
                                    .sql("select current_database()")
                                    .query(String.class)
                                    .single())
                            .startsWith("test_");
                });
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aRefusalNamesTheSettingsOfOperators() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        application
                .withPropertyValues("connect.database.embedded=true", "connect.data=" + file)
                .run(context -> assertThat(StartFailure.sentence(Objects.requireNonNull(context.getStartupFailure())))
                        .hasValueSatisfying(sentence -> assertThat(sentence)
                                .startsWith("The built-in PostgreSQL cannot keep its data in " + file)
                                .endsWith(
                                        "set DATA_DIR to a folder that can be written, or DATABASE_URL to a PostgreSQL"
                                                + " of your own.")));
    }
}
