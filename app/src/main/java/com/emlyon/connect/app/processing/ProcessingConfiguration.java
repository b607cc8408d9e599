package com.emlyon.connect.app.processing;

import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.projections.position.ProjectionSettings;
import com.emlyon.platform.projections.position.ReadPositions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Configures the Axon event processors: one thread each, position and rows in one transaction. When a handler fails,
 * the processor stops and retries the fact instead of skipping it.
 */
@Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {

    /** When a processor has not renewed its claim for this long, another node takes it over. */
    private static final Duration CLAIM = Duration.ofSeconds(5);

    @Bean
    TransactionManager axonTransactionManager(DataSource database) {
        return new SpringTransactionManager(new JdbcTransactionManager(database));
    }

    @Bean
    ReadPositions readPositions(NotificationListener signals, JdbcClient database) {
        return new ReadPositions(signals, () -> {
            Map<String, Long> positions = new HashMap<>();
            database.sql("""
                            SELECT processor, (token::jsonb ->> 'globalIndex')::bigint AS position
                            FROM store.token WHERE token_type LIKE '%.GlobalSequenceTrackingToken'
                            UNION ALL
                            SELECT projection, position FROM view.generation WHERE state = 'SERVING'
                            """).query(row -> {
                positions.put(row.getString("processor"), row.getLong("position"));
            });
            return positions;
        });
    }

    @Bean
    TokenStore tokenStore(DataSource database, JdbcClient client, Serializer serializer, ReadPositions positions) {
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
        return new NotifyingTokenStore(
                NotifyingTokenStore.builder(connections, serializer)
                        .claimTimeout(CLAIM)
                        .nodeId(UUID.randomUUID().toString()),
                client,
                positions);
    }

    /**
     * Configures all processors; each handles up to {@code projections.batch-size} facts per transaction. They
     * do not start in a process that only observes the nodes.
     */
    @Bean
    ConfigurerModule processors(ProjectionSettings settings) {
        return configurer -> configurer
                .eventProcessing()
                .usingTrackingEventProcessors()
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                .registerTrackingEventProcessorConfiguration(
                        configuration -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(settings.batchSize())
                                .andAutoStart(settings.atWork())
                                .andTokenClaimInterval(1, TimeUnit.SECONDS)
                                .andEventAvailabilityTimeout(1, TimeUnit.SECONDS));
    }
}
