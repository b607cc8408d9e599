package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.settings.Settings;
import com.emlyon.connect.app.startup.CurrentTables;
import com.emlyon.connect.app.startup.DatabaseAddress;
import com.emlyon.connect.app.startup.DatabaseWait;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The beans that all commands need, without auto-configuration: the database, time and JSON. Each is created on first
 * use.
 */
// Not annotated with @Configuration, so that the component scan of the service does not find it.
final class OperatorBeans {

    private static final int CONNECTIONS = 3;
    private static final int MILLIS_TO_CONNECT = 5_000;

    @Bean
    static Settings settings(Environment environment) {
        return Binder.get(environment).bind("connect", Settings.class).get();
    }

    @Bean
    static LifecycleProcessor lifecycleProcessor() {
        return new LazyLifecycle();
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "connect.database.embedded", havingValue = false)
    static JdbcConnectionDetails ownDatabase(Environment environment) {
        DatabaseAddress address = DatabaseAddress.in(environment).orElseThrow();
        new DatabaseWait(address, Duration.ZERO).await();
        return new JdbcConnectionDetails() {
            @Override
            public @Nullable String getUsername() {
                return address.user();
            }

            @Override
            public @Nullable String getPassword() {
                return address.password();
            }

            @Override
            public String getJdbcUrl() {
                return address.jdbcUrl();
            }
        };
    }

    @Bean
    static HikariDataSource dataSource(JdbcConnectionDetails database, Environment environment) {
        HikariDataSource connections = new HikariDataSource();
        connections.setPoolName("command");
        connections.setJdbcUrl(database.getJdbcUrl());
        connections.setUsername(database.getUsername());
        connections.setPassword(database.getPassword());
        connections.setMaximumPoolSize(CONNECTIONS);
        connections.setMinimumIdle(0);
        connections.setConnectionTimeout(MILLIS_TO_CONNECT);
        connections.addDataSourceProperty("logServerErrorDetail", "false");
        // Commands do not migrate: nodes of another version may be running.
        if (!environment.containsProperty(HeadlessContext.MAKES_TABLES)) {
            new CurrentTables(connections).refuseOthers();
        }
        return connections;
    }

    @Bean
    static JdbcTemplate jdbcTemplate(DataSource database) {
        return new JdbcTemplate(database);
    }

    @Bean
    static JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    static PlatformTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    static JsonMapper jsonMapper() {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
    }

    @Bean
    static MeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Bean
    static ParameterResolverFactory parameterResolverFactory() {
        return MultiParameterResolverFactory.ordered();
    }
}
