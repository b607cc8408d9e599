package com.emlyon.platform.postgres.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.platform.postgres.OwnDataFolder;
import com.emlyon.platform.postgres.PostgresStart;
import com.emlyon.platform.postgres.TestPostgres;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an application gets that has nothing but this module and the JDBC starter of Spring Boot. */
@Timeout(480)
class EmbeddedPostgresAutoConfigurationTest extends OwnDataFolder {

    @Test
    void anApplicationThatNamesNoDatabaseHasOneUntilItEnds() {
        try (ConfigurableApplicationContext application = started()) {
            assertThat(databaseOf(application)).isEqualTo("app of app");
            assertThat(server()).exists();
        }
        assertThat(server()).doesNotExist();
    }

    @Test
    void databaseAndRoleAreNamedAsTheApplicationWants() {
        try (ConfigurableApplicationContext application = started("--embedded-postgres.name=shop")) {
            assertThat(databaseOf(application)).isEqualTo("shop of shop");
        }
    }

    @Test
    void theDatabaseThatAnApplicationNamesIsUsed() {
        String url = TestPostgres.freshDatabaseUrl();
        try (ConfigurableApplicationContext application = started("--spring.datasource.url=" + url)) {
            assertThat(databaseOf(application)).startsWith("test_");
            assertThat(application.getBeanProvider(PostgresStart.class)).isEmpty();
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void whoSwitchesItOffHasNone() {
        try (ConfigurableApplicationContext application = started(
                "--embedded-postgres.enabled=false",
                // Otherwise the starter would refuse to start without a database.
                "--spring.autoconfigure.exclude="
                        + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")) {
            assertThat(application.getBeanProvider(PostgresStart.class)).isEmpty();
        }
    }

    @Test
    void whoSwitchesItOnHasItEvenBesideTheAddressOfAnother() {
        try (ConfigurableApplicationContext application = started(
                "--embedded-postgres.enabled=true", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none")) {
            assertThat(databaseOf(application)).isEqualTo("app of app");
        }
    }

    private ConfigurableApplicationContext started(String... arguments) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("embedded-postgres.folder=" + data)
                .run(arguments);
    }

    private static String databaseOf(ConfigurableApplicationContext application) {
        return JdbcClient.create(application.getBean(DataSource.class))
                .sql("select current_database() || ' of ' || current_user")
                .query(String.class)
                .single();
    }

    private Path server() {
        return data.resolve("postgres/postmaster.pid");
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {}
}
