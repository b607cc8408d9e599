package com.emlyon.platform.eventstore.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Creates the tables of the event store, unless the application does that itself. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseInitializationDependencyConfigurer.class)
public class SchemaConfiguration {

    private static final String SCRIPT = "classpath:com/emlyon/platform/eventstore/schema.sql";

    private static final List<String> TABLES =
            List.of("store.fact", "store.snapshot", "store.token", "store.key", "store.person_key", "store.node");

    @Bean
    @ConditionalOnBooleanProperty(name = "event-store.initialize-schema", matchIfMissing = true)
    SchemaInitializer eventStoreSchema(DataSource database) {
        return new SchemaInitializer(database, SCRIPT, TABLES);
    }
}
