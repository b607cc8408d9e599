package com.emlyon.connect.app.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects the service to the built-in PostgreSQL when the operator has given no DATABASE_URL. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("connect.database.embedded")
class EmbeddedDatabase {

    @Bean
    EmbeddedPostgres embeddedPostgres(@Value("${connect.data}") String data) {
        return EmbeddedPostgres.open(Path.of(data));
    }

    /** The data source asks for these details, so the server runs before the first connection and stops after the last. */
    @Bean
    JdbcConnectionDetails embeddedPostgresConnection(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return postgres.user();
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl();
            }
        };
    }
}
