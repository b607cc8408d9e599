package com.emlyon.connect.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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
    void everyTestDatabaseIsNewAndEmpty() {
        JdbcClient first = JdbcClient.create(new DriverManagerDataSource(TestPostgres.freshDatabaseUrl()));
        first.sql("CREATE TABLE left_behind ()").update();

        JdbcClient second = JdbcClient.create(new DriverManagerDataSource(TestPostgres.freshDatabaseUrl()));

        assertThat(second.sql(
                                "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
