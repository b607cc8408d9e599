package com.emlyon.connect.bench.replay;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.projections.generation.GenerationSchemas;
import com.emlyon.platform.projections.generation.Generations;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Batch;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same projection behind Axon's pooled streaming processor, tuned: several segments, and the rows of a whole batch of facts written
 * at once, with the token, in one transaction.
 */
final class AxonsReplay implements Replay {

    private static final String NAME = "replay-of-axon";
    private static final String ROWS = "rows";
    private static final int SEGMENTS = 4;
    private static final int BATCH = 1_000;

    private final ApplicationContext service;
    private final Projection projection;
    private final int seconds;

    AxonsReplay(ApplicationContext service, Projection projection, int seconds) {
        this.service = service;
        this.projection = projection;
        this.seconds = seconds;
    }

    @Override
    public double factsPerSecond() throws InterruptedException {
        service.getBean(JdbcClient.class)
                .sql("DELETE FROM store.token WHERE processor = ?")
                .param(NAME)
                .update();
        AtomicLong applied = new AtomicLong();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(SEGMENTS + 1);
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(NAME)
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handler(applied))
                        .build())
                .messageSource(service.getBean(EventStore.class))
                .tokenStore(service.getBean(TokenStore.class))
                .transactionManager(service.getBean(TransactionManager.class))
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(SEGMENTS)
                .batchSize(BATCH)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .build();
        long start = System.nanoTime();
        processor.start();
        TimeUnit.SECONDS.sleep(seconds);
        double rate = applied.get() / ((System.nanoTime() - start) / 1e9);
        processor.shutDown();
        threads.shutdownNow();
        return rate;
    }

    private EventMessageHandler handler(AtomicLong applied) {
        ViewDatabase database = service.getBean(ViewDatabase.class);
        var serving = new Generations(database).serving(projection).orElseThrow();
        Map<String, Set<String>> columns = new GenerationSchemas(database).columns(projection, serving);
        JdbcTemplate template = new JdbcTemplate(service.getBean(DataSource.class));
        return message -> {
            Batch rows = CurrentUnitOfWork.get().root().getOrComputeResource(ROWS, key -> {
                Batch batch = new Batch();
                CurrentUnitOfWork.get()
                        .root()
                        .onPrepareCommit(all -> template.execute(
                                (Connection connection) -> batch.write(connection, serving.schema(), columns)));
                return batch;
            });
            long position = ((TrackedEventMessage<?>) message)
                    .trackingToken()
                    .position()
                    .orElseThrow();
            projection.apply((Fact) message.getPayload(), position, rows);
            applied.incrementAndGet();
            return null;
        };
    }
}
