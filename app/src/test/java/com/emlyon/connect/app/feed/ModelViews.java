package com.emlyon.connect.app.feed;

import com.emlyon.connect.query.Projections;
import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.processor.ProjectionProcessor;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.rebuild.Rebuilds;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The tables of the projections in a real database, moved by hand, a few facts at a time. */
final class ModelViews implements AutoCloseable {

    /** So few that the end of a batch often lies inside a decision. */
    private static final int BATCH = 3;

    final List<Projection> projections = projections();
    final ViewDatabase database;

    private final ModelHistory history;
    private final ProjectionLifecycle lifecycle;
    private final List<ProjectionProcessor> followers;
    private BooleanSupplier breaks = () -> false;

    ModelViews(ModelHistory history) {
        this.history = history;
        String url = TestPostgres.freshDatabaseUrl();
        Flyway.configure().dataSource(url, null, null).load().migrate();
        HikariDataSource connections = new HikariDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return breakable(super.getConnection());
            }
        };
        connections.setJdbcUrl(url);
        connections.setMaximumPoolSize(3);
        database = new ViewDatabase(connections);
        lifecycle = new ProjectionLifecycle(database, history);
        projections.forEach(lifecycle::prepare);
        followers = projections.stream()
                .map(projection ->
                        new ProjectionProcessor(projection, history, database, (view, position) -> {}, BATCH))
                .toList();
    }

    /** Asked at each statement whether the database has just gone away. */
    void breaksWhen(BooleanSupplier condition) {
        this.breaks = condition;
    }

    /** Moves the tables of one projection by one batch. */
    void step(int projection) {
        followers.get(projection % followers.size()).step();
    }

    /** Moves the tables of check-ins by one batch, and no others. */
    void stepCheckIns() {
        followers.stream()
                .filter(projectionProcessor ->
                        projectionProcessor.projection().name().equals(Projections.CHECK_INS))
                .forEach(ProjectionProcessor::step);
    }

    /** Moves the tables of all projections but that of check-ins to the end of history. */
    void followAllButCheckIns() {
        followers.stream()
                .filter(projectionProcessor ->
                        !projectionProcessor.projection().name().equals(Projections.CHECK_INS))
                .forEach(ModelViews::follow);
    }

    /** Moves all tables to the end of history. */
    void follow() {
        followers.forEach(ModelViews::follow);
    }

    private static void follow(ProjectionProcessor projectionProcessor) {
        while (projectionProcessor.step() != ProjectionProcessor.Step.UP_TO_DATE) {
            // once more
        }
    }

    /** Builds the tables of one projection again. */
    void rebuild(int number) throws InterruptedException {
        Projection projection = projections.get(number % projections.size());
        // A rebuild waits for tables that are behind.
        follow(followers.get(number % followers.size()));
        lifecycle.begin(projection);
        new Rebuilds(projection, history, database, Runnable::run).lookForWork();
    }

    private Connection breakable(Connection connection) throws SQLException {
        if (breaks.getAsBoolean()) {
            connection.close();
            throw new SQLTransientConnectionException("No connection");
        }
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        if (breaks.getAsBoolean()) {
                            throw new SQLException("The connection broke", "08006");
                        }
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private static List<Projection> projections() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Projection.class));
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            scan.findCandidateComponents("com.emlyon.connect.query")
                    .forEach(found -> context.registerBean(
                            ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null)));
            context.refresh();
            return context.getBeansOfType(Projection.class).values().stream()
                    .sorted(Comparator.comparing(Projection::name))
                    .toList();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
