package com.emlyon.platform.projections;

import com.emlyon.platform.eventstore.EventStoreAutoConfiguration;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.database.DatabasePool;
import com.emlyon.platform.eventstore.database.SchemaInitializer;
import com.emlyon.platform.eventstore.fact.FactReader;
import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.eventstore.history.FactHistory;
import com.emlyon.platform.eventstore.history.FactStreams;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.history.Streams;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.position.ProjectionSettings;
import com.emlyon.platform.projections.position.ReadPositions;
import com.emlyon.platform.projections.position.ReadYourWrites;
import com.emlyon.platform.projections.processor.ProjectionProcessor;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.reaction.Reaction;
import com.emlyon.platform.projections.reaction.ReactionWithoutTables;
import com.emlyon.platform.projections.rebuild.Rebuilds;
import com.emlyon.platform.projections.run.ProjectionThreads;
import com.emlyon.platform.projections.run.ReactionThreads;
import com.emlyon.platform.projections.status.ProcessorStatuses;
import com.emlyon.platform.projections.status.SubscribedFactTypes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configures the threads that turn facts into views, see {@link ProjectionProcessor} and {@link Rebuilds}. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class, before = EventStoreAutoConfiguration.class)
@EnableConfigurationProperties(ProjectionSettings.class)
@Import({ReadYourWrites.class, SubscribedFactTypes.class, ProcessorStatuses.class})
public class ProjectionsAutoConfiguration {

    /**
     * Each projection needs connections to follow history, to be rebuilt (with a lock and a reader of its own), and for
     * queries about its state.
     */
    private static final int CONNECTIONS_OF_A_PROJECTION = 4;

    private static final int CONNECTIONS_OF_A_REACTION = 1;
    private static final int CONNECTIONS_OF_A_READ_MODEL_IN_MEMORY = 1;

    private static final String SCHEMA = "classpath:com/emlyon/platform/projections/schema.sql";

    private static final List<String> TABLES = List.of("view.generation", "view.generation_count", "view.parked");

    /** Creates the tables about projections, unless the application does that itself. */
    @Bean
    @ConditionalOnBooleanProperty(name = "projections.initialize-schema", matchIfMissing = true)
    SchemaInitializer projectionsSchema(DataSource database) {
        return new SchemaInitializer(database, SCHEMA, TABLES);
    }

    @Bean
    @DependsOnDatabaseInitialization
    ViewDatabase viewDatabase(
            JdbcConnectionDetails database,
            DatabaseAvailability availability,
            List<Projection> projections,
            ListableBeanFactory beans,
            MeterRegistry meters) {
        // Counted by their definitions, because reactions are made with this pool.
        int reactions = beans.getBeanNamesForType(Reaction.class, true, false).length;
        DatabasePool connections = new DatabasePool("views", database, availability);
        connections.setMaximumPoolSize(projections.size() * CONNECTIONS_OF_A_PROJECTION
                + reactions * CONNECTIONS_OF_A_REACTION
                + CONNECTIONS_OF_A_READ_MODEL_IN_MEMORY);
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

    /** The positions of all projections and reactions, for those who wait for one. */
    @Bean
    ReadPositions readPositions(NotificationListener signals, JdbcClient database) {
        return new ReadPositions(signals, () -> {
            Map<String, Long> positions = new HashMap<>();
            database.sql("SELECT projection, position FROM view.generation WHERE state = 'SERVING'")
                    .query(row -> {
                        positions.put(row.getString("projection"), row.getLong("position"));
                    });
            return positions;
        });
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
            ProjectionSettings settings) {
        Executor readers = Executors.newVirtualThreadPerTaskExecutor();
        return new ProjectionThreads(
                lifecycle,
                projections.stream()
                        .map(projection ->
                                new ProjectionProcessor(projection, history, database, positions, settings.batchSize()))
                        .toList(),
                projections.stream()
                        .map(projection -> new Rebuilds(projection, history, database, readers))
                        .toList(),
                signals,
                availability,
                settings.atWork());
    }

    @Bean
    ReactionThreads reactionThreads(
            ObjectProvider<Reaction> reactions,
            ViewDatabase database,
            History history,
            ProjectionLifecycle lifecycle,
            ReadPositions positions,
            NotificationListener notifications,
            DatabaseAvailability availability,
            ProjectionSettings settings) {
        return new ReactionThreads(
                reactions.stream().<Projection>map(ReactionWithoutTables::new).toList(),
                reaction -> new ProjectionProcessor(reaction, history, database, positions, settings.batchSize()),
                lifecycle,
                notifications,
                availability,
                settings.atWork());
    }
}
