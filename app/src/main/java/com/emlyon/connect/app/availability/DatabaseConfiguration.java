package com.emlyon.connect.app.availability;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.database.DatabasePool;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the connection pool that serves requests. The pool of Spring Boot would wait for a connection even while the
 * database is known to be unavailable.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Provides the connection details, which Spring Boot defines only together with its own pool. */
    @Bean
    @ConditionalOnBooleanProperty(name = "connect.database.embedded", havingValue = false)
    JdbcConnectionDetails givenDatabase(DataSourceProperties properties) {
        return new JdbcConnectionDetails() {
            @Override
            public @Nullable String getUsername() {
                return properties.determineUsername();
            }

            @Override
            public @Nullable String getPassword() {
                return properties.determinePassword();
            }

            @Override
            public String getJdbcUrl() {
                return properties.determineUrl();
            }
        };
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    DatabasePool dataSource(JdbcConnectionDetails database, DatabaseAvailability availability) {
        return new DatabasePool("service", database, availability);
    }
}
