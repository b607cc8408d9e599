package com.emlyon.connect.app.processing;

import com.emlyon.connect.query.follow.ProjectionProcessor;
import com.emlyon.connect.query.generation.ProjectionLifecycle;
import com.emlyon.connect.query.generation.ViewDatabase;
import com.emlyon.connect.query.projection.Projection;
import com.emlyon.connect.query.rebuild.Rebuilds;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.database.DatabasePool;
import com.emlyon.platform.eventstore.fact.FactReader;
import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.eventstore.history.FactHistory;
import com.emlyon.platform.eventstore.history.FactStreams;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.history.Streams;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the threads that turn facts into views, see {@link ProjectionProcessor} and {@link Rebuilds}. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    /**
     * Each projection needs connections to follow history, to be rebuilt (with a lock and a reader of its own), and for
     * queries about its state.
     */
    private static final int CONNECTIONS_OF_A_PROJECTION = 4;

    private static final int CONNECTIONS_OF_THE_FEED = 1;

    @Bean
    @DependsOnDatabaseInitialization
    ViewDatabase viewDatabase(
            JdbcConnectionDetails database,
            DatabaseAvailability availability,
            List<Projection> projections,
            MeterRegistry meters) {
        DatabasePool connections = new DatabasePool("views", database, availability);
        connections.setMaximumPoolSize(projections.size() * CONNECTIONS_OF_A_PROJECTION + CONNECTIONS_OF_THE_FEED);
        connections.setMetricRegistry(meters);
        return new ViewDatabase(connections);
    }

    /** Reads history for projections and for rebuilds, which must not wait for the connections of requests. */
    @Bean
    History history(ViewDatabase database, StoredTypes types, FactReader reader) {
        return new FactHistory(database.client(), types, reader);
    }

    @Bean
    Streams streams(ViewDatabase database, StoredTypes types, FactReader reader) {
        return new FactStreams(database.client(), database.transactions(), types, reader);
    }

    @Bean
    ProjectionLifecycle lifecycle(ViewDatabase database, History history) {
        return new ProjectionLifecycle(database, history);
    }

    @Bean
    ProjectionThreads projectionThreads(
            List<Projection> projections,
            ViewDatabase database,
            History history,
            ProjectionLifecycle lifecycle,
            ReadPositions positions,
            NotificationListener signals,
            DatabaseAvailability availability,
            @Value("${connect.projections.batch-size}") int batchSize,
            @Value("${connect.at-work}") boolean atWork) {
        Executor readers = Executors.newVirtualThreadPerTaskExecutor();
        return new ProjectionThreads(
                lifecycle,
                projections.stream()
                        .map(projection -> new ProjectionProcessor(projection, history, database, positions, batchSize))
                        .toList(),
                projections.stream()
                        .map(projection -> new Rebuilds(projection, history, database, readers))
                        .toList(),
                signals,
                availability,
                atWork);
    }
}
