package com.emlyon.connect.app.database;

import com.emlyon.platform.postgres.PostgresStart;
import com.emlyon.platform.postgres.autoconfigure.EmbeddedPostgresConnectionDetails;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Connects the service to the built-in PostgreSQL when the operator has given no DATABASE_URL. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("connect.database.embedded")
class EmbeddedDatabase {

    /**
     * Takes the environment, because this bean is created before Spring can replace the placeholder of a
     * {@code @Value}.
     */
    @Bean
    static PostgresStart postgresStart(Environment environment) {
        return new PostgresStart(BuiltInPostgres.in(Path.of(environment.getRequiredProperty("connect.data"))));
    }

    /**
     * The data source depends on these details, so the server starts before the first connection and stops after the
     * last.
     */
    @Bean
    JdbcConnectionDetails embeddedPostgresConnection(PostgresStart start) {
        return new EmbeddedPostgresConnectionDetails(start);
    }
}
