package com.emlyon.connect.promise.rebuild;

import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.history.FactPage;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Asks for rebuilds from outside of all nodes. */
final class Operator implements AutoCloseable {

    private final ViewDatabase database;
    private final ProjectionLifecycle lifecycle;
    private final List<Projection> projections;

    Operator(String url) {
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(url);
        connections.setMaximumPoolSize(1);
        connections.setMinimumIdle(0);
        database = new ViewDatabase(connections);
        lifecycle = new ProjectionLifecycle(database, new NobodyCounts());
        projections = projections();
    }

    void beginAll() {
        projections.forEach(lifecycle::begin);
    }

    private static List<Projection> projections() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Projection.class));
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            scan.findCandidateComponents("com.emlyon.connect.query")
                    .forEach(found -> context.register(
                            ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null)));
            context.refresh();
            return List.copyOf(context.getBeansOfType(Projection.class).values());
        }
    }

    @Override
    public void close() {
        database.close();
    }

    /** Whoever only asks for a rebuild reads no history. */
    private static final class NobodyCounts implements History {

        @Override
        public FactPage after(long position, Set<Class<? extends Fact>> kinds, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FactPage between(long position, long end, Set<Class<? extends Fact>> kinds, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(long upTo, Set<Class<? extends Fact>> kinds) {
            return 0;
        }
    }
}
