package com.emlyon.connect.app.store;

import com.emlyon.connect.app.availability.DatabaseAvailability;
import com.emlyon.connect.app.availability.DatabasePool;
import com.emlyon.connect.app.signal.NotificationListener;
import com.emlyon.connect.app.vault.KeyVault;
import com.emlyon.connect.app.vault.PersonalModule;
import com.emlyon.connect.app.version.Step;
import com.emlyon.connect.app.version.Steps;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

/** Configures the event store. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventLimits.class)
class StoreConfiguration {

    /** The number of facts that a processor takes in one batch, so that a batch costs one read. */
    private static final int READ_BATCH = 500;

    @Bean
    StoredTypes storedTypes() {
        return new StoredTypes("com.emlyon.connect");
    }

    @Bean
    @Primary
    FactSerializer factSerializer(StoredTypes types, KeyVault vault) {
        return new FactSerializer(types, new PersonalModule(vault::seal));
    }

    @Bean
    Revisions revisions(StoredTypes types, ObjectProvider<Step> steps) {
        return new Revisions(types, new Steps(steps.stream().toList()));
    }

    @Bean
    FactReader factReader(StoredTypes types, Revisions revisions, FactSerializer serializer) {
        return new FactReader(types, revisions, serializer);
    }

    /** Axon adds this bean to its chain of upcasters, which the storage engine uses. */
    @Bean
    FactUpcaster factUpcaster(Revisions revisions) {
        return new FactUpcaster(revisions);
    }

    @Bean
    @DependsOnDatabaseInitialization
    FactWriter factWriter(
            JdbcConnectionDetails database,
            DatabaseAvailability availability,
            MeterRegistry meters,
            @Value("${connect.store.longest-wait}") Duration patience) {
        DatabasePool connections = new DatabasePool("fact-writer", database, availability);
        // One connection for the writer, and one for LostCommits.
        connections.setMaximumPoolSize(2);
        // A batch whose locks are not granted is rolled back, and a node that hangs does not block the others. There is
        // no statement_timeout: it would end the wait for a synchronous standby, and the commit would count as done.
        connections.setConnectionInitSql("SET lock_timeout = %1$d; SET idle_in_transaction_session_timeout = %1$d"
                .formatted(patience.toMillis()));
        connections.addDataSourceProperty("socketTimeout", String.valueOf(2 * Math.max(1, patience.toSeconds())));
        connections.setMetricRegistry(meters);
        return new FactWriter(connections, patience);
    }

    @Bean
    FactStorage factStorage(
            JdbcTemplate database,
            FactWriter writer,
            AppendPositions appendPositions,
            StoredTypes types,
            Clock clock,
            FactSerializer serializer,
            Configuration configuration) {
        return new FactStorage(
                database, writer, appendPositions, types, clock, serializer, configuration.upcasterChain(), READ_BATCH);
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    FactStore eventStore(FactStorage storage, Configuration configuration, NotificationListener signals) {
        FactStore store = new FactStore(EmbeddedEventStore.builder()
                .storageEngine(storage)
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore")));
        signals.on("facts", message -> store.wake());
        return store;
    }
}
