package com.emlyon.connect.promise.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.promise.Replica;
import com.emlyon.connect.promise.Views;
import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.projection.Projection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes on one database whose views tests have built again; after every test, nothing may be left behind. */
final class TwoRebuiltNodes implements AfterEachCallback, AfterAllCallback {

    /** A hundred who ask at once may wait long for their turn on a busy machine; that is not what is looked for. */
    private static final String[] PATIENT = {
        "--spring.datasource.hikari.connection-timeout=60000", "--event-store.longest-wait=60s"
    };

    private final String database = TestPostgres.freshDatabaseUrl();
    private final Marks marks = new Marks();
    private final Register register = new Register(JdbcClient.create(new DriverManagerDataSource(database)));
    private final List<TestNode> nodes = List.of(TestNode.start(database, PATIENT), TestNode.start(database, PATIENT));

    @Override
    public void afterEach(ExtensionContext test) {
        register.assertTidy();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        nodes.forEach(TestNode::close);
    }

    /** The JDBC URL, user and password included. */
    String database() {
        return database;
    }

    /** The same for somebody whose statements are prepared by the server at once. */
    String preparing() {
        return database + "&prepareThreshold=1";
    }

    /** The generations that there are. */
    Register register() {
        return register;
    }

    /** So many who write on both nodes, once they are told to. */
    Writers writers(int number) throws InterruptedException {
        return new Writers(nodes, marks, number);
    }

    /** So many who read on both nodes and past them. */
    Readers readers(int number) throws Exception {
        return new Readers(nodes, database, marks, number);
    }

    /** Has some built again, and waits until they have been replaced. */
    void rebuild(Collection<Projection> some) {
        List<Integer> former = numbers(some);
        some.forEach(projection -> assertThat(lifecycle().begin(projection)).isTrue());
        register.awaitRest();
        List<Integer> present = numbers(some);
        for (int i = 0; i < former.size(); i++) {
            assertThat(present.get(i)).isGreaterThan(former.get(i));
        }
    }

    private List<Integer> numbers(Collection<Projection> some) {
        return some.stream()
                .map(projection -> register.serving(projection.name()))
                .toList();
    }

    /** The rows that readers see are those that another database makes of the same history. */
    void assertEqualsAFreshFold() {
        JdbcClient source = nodes.getFirst().bean(JdbcClient.class);
        long end = source.sql("SELECT max(position) FROM store.fact")
                .query(Long.class)
                .single();
        try (Replica replica = new Replica(1_000)) {
            replica.copy(database, 0, end);
            assertThat(Views.rows(nodes.getFirst())).isEqualTo(replica.tables());
        }
    }

    /** A connection of one's own. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(preparing());
    }

    /** How many rows a view has. */
    static long count(Connection connection, String view) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + view)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A matter of chance, or of doing nothing: this is no waiting for something. */
    static void letPass(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    ProjectionLifecycle lifecycle() {
        return nodes.getFirst().bean(ProjectionLifecycle.class);
    }

    Collection<Projection> projections() {
        return nodes.getFirst().beans(Projection.class);
    }

    Projection projection(String name) {
        return nodes.getFirst().projection(name);
    }
}
