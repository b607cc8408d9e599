package com.emlyon.platform.eventstore.axon;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configures how commands are dispatched, decided and retried. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class CommandBusConfiguration {

    private static final int FACTS_BETWEEN_SNAPSHOTS = 100;

    @Bean
    CorrelationDataProvider origin() {
        return new CorrelationMetadata();
    }

    /**
     * Commands are decided without a database transaction: the writer commits the facts of many commands at once, and
     * no command holds a connection while it waits for that.
     */
    @Bean
    CommandBus commandBus(
            Configuration configuration, EventStore history, MeterRegistry meters, EventStoreSettings settings) {
        CommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        bus.registerHandlerInterceptor(new CommandCounter(meters, settings.metricsPrefix() + ".commands"));
        bus.registerHandlerInterceptor(new OutdatedDecisions(history));
        return bus;
    }

    /**
     * Queries are answered without a transaction around them: those that need one snapshot open a transaction
     * themselves.
     */
    @Bean
    QueryBus queryBus(Configuration configuration) {
        return SimpleQueryBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .messageMonitor(configuration.messageMonitor(QueryBus.class, "queryBus"))
                .build();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService conflictRetryThread() {
        return Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("conflict-retry-", 1).daemon().factory());
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus, ScheduledExecutorService conflictRetryThread) {
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(new ConflictRetries(conflictRetryThread))
                .build();
    }

    @Bean
    FollowUpCommands followUpCommands(CommandGateway commandGateway, JdbcClient database) {
        return new FollowUpCommands(commandGateway, position -> CorrelationMetadata.following(database, position));
    }

    @Bean
    SnapshotTriggerDefinition snapshotsOfLongStreams(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, FACTS_BETWEEN_SNAPSHOTS);
    }
}
