package com.emlyon.connect.app.commands;

import com.emlyon.connect.app.signal.NotificationListener;
import com.emlyon.connect.app.vault.KeyVault;
import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;
import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.context.annotation.Bean;

/** Configures how commands are dispatched, decided and retried. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    private static final int FACTS_BETWEEN_SNAPSHOTS = 100;
    private static final long AGGREGATES_IN_MEMORY = 10_000;

    @Bean
    CorrelationDataProvider origin() {
        return new CorrelationMetadata();
    }

    /**
     * Commands are decided without a database transaction: the writer commits the facts of many commands at once, and
     * no command holds a connection while it waits for that.
     */
    @Bean
    CommandBus commandBus(Configuration configuration, EventStore history, MeterRegistry meters) {
        CommandBus bus = AsynchronousCommandBus.builder()
                .executor(CommandConfiguration::run)
                .transactionManager(NoTransactionManager.INSTANCE)
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        bus.registerHandlerInterceptor(new CommandCounter(meters));
        bus.registerHandlerInterceptor(new OutdatedDecisions(history));
        return bus;
    }

    /**
     * Runs a command on the thread that sends it. A command that a rule sends while it handles a fact runs on a thread
     * of its own, outside the unit of work of the rule: it is committed separately, decided again on conflict, and does
     * not hold its aggregate until that unit of work ends.
     */
    private static void run(Runnable command) {
        if (CurrentUnitOfWork.isStarted()) {
            Thread.ofVirtual().name("command-of-rule").start(command);
        } else {
            command.run();
        }
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
    SnapshotTriggerDefinition snapshotsOfLongStreams(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, FACTS_BETWEEN_SNAPSHOTS);
    }

    @Bean
    Cache accountsInMemory(NotificationListener signals) {
        return memoryOf("accounts", signals);
    }

    @Bean
    Cache emailClaimsInMemory(NotificationListener signals) {
        return memoryOf("email-claims", signals);
    }

    @Bean
    Cache presencesInMemory(NotificationListener signals) {
        return memoryOf("presences", signals);
    }

    @Bean
    Cache eventsInMemory(NotificationListener signals) {
        return memoryOf("events", signals);
    }

    /**
     * Each type of aggregate has a cache of its own: clients choose ids, so the aggregate cached under an id may be of
     * another type. When the key of a person is destroyed, the cache is cleared, as it may hold what that person has
     * said.
     */
    private static Cache memoryOf(String kind, NotificationListener signals) {
        CaffeineConfiguration<Object, Object> configuration = new CaffeineConfiguration<>();
        configuration.setMaximumSize(OptionalLong.of(AGGREGATES_IN_MEMORY));
        configuration.setStoreByValue(false);
        var caches = new CaffeineCachingProvider().getCacheManager();
        AggregateMemory memory = new AggregateMemory(caches.createCache(kind, configuration));
        signals.on(KeyVault.DESTROYED, person -> memory.removeAll());
        return memory;
    }
}
