package com.emlyon.platform.eventstore.axon;

import com.emlyon.platform.eventstore.append.FactWriter;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.database.DatabasePool;
import com.emlyon.platform.eventstore.fact.FactReader;
import com.emlyon.platform.eventstore.fact.Revisions;
import com.emlyon.platform.eventstore.fact.Step;
import com.emlyon.platform.eventstore.fact.Steps;
import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.eventstore.history.FactHistory;
import com.emlyon.platform.eventstore.history.FactStreams;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.history.Streams;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.eventstore.personal.PersonalDataCipher;
import com.emlyon.platform.eventstore.personal.PersonalModule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Configures the event store, as Axon's event bus. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventStoreSettings.class)
@Import({AppendPositions.class, AxonLogFilter.class})
public class EventStoreConfiguration {

    /** The number of facts that a processor takes in one batch, so that a batch costs one read. */
    private static final int READ_BATCH = 500;

    @Bean
    StoredTypes storedTypes(EventStoreSettings settings, BeanFactory beans) {
        return new StoredTypes(packages(settings, beans));
    }

    @Bean
    @Primary
    FactSerializer factSerializer(
            StoredTypes types, PersonalDataCipher cipher, EventStoreSettings settings, BeanFactory beans) {
        return new FactSerializer(types, new PersonalModule(cipher::encrypt), packages(settings, beans));
    }

    /** The packages of the domain: those of the settings, else that of the application. */
    private static List<String> packages(EventStoreSettings settings, BeanFactory beans) {
        return settings.packages().isEmpty() ? AutoConfigurationPackages.get(beans) : settings.packages();
    }

    @Bean
    Revisions revisions(StoredTypes types, ObjectProvider<Step> steps) {
        return new Revisions(types, new Steps(steps.stream().toList()));
    }

    @Bean
    FactReader factReader(StoredTypes types, Revisions revisions, FactSerializer serializer) {
        return new FactReader(types, revisions, serializer::getReader);
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
            EventStoreSettings settings) {
        Duration patience = settings.longestWait();
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

    /** Keeps the positions of Axon's event processors, where the application does not bring a token store. */
    @Bean
    @ConditionalOnMissingBean
    TokenStore tokenStore(DataSource connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(connections)))
                .serializer(serializer)
                .contentType(String.class)
                .schema(TokenTable.schema())
                .build();
    }

    /** Counts without publishing, where the application has no registry of metrics. */
    @Bean
    @ConditionalOnMissingBean
    MeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }

    /** Reads history through the pool of requests, where the domain does not bring a pool for it. */
    @Bean
    @ConditionalOnMissingBean
    History history(JdbcClient database, StoredTypes types, FactReader reader) {
        return new FactHistory(database, types, reader);
    }

    /** Reads streams through the pool of requests, where the domain does not bring a pool for it. */
    @Bean
    @ConditionalOnMissingBean
    Streams streams(JdbcClient database, DataSource connections, StoredTypes types, FactReader reader) {
        return new FactStreams(
                database, new TransactionTemplate(new JdbcTransactionManager(connections)), types, reader);
    }
}
