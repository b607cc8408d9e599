package com.emlyon.connect.promise.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.database.EarlierMoment;
import com.emlyon.connect.promise.Views;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.history.FactPage;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.generation.Generation;
import com.emlyon.platform.projections.generation.GenerationSchemas;
import com.emlyon.platform.projections.generation.Generations;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.generation.ProjectionLifecycle.Outcome;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.rebuild.Rebuilds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tables that other code has made, or that a dead node has left, and what becomes of them. */
class RebuildOfFormerTablesTest {

    private final String url = TestPostgres.freshDatabaseUrl();
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url));
    private final Register register = new Register(database);
    private TestNode node = TestNode.start(url);

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void tablesOfFormerCodeServeAndTakeNewFactsUntilTheyAreBuiltAgain() throws Exception {
        write(3);
        register.awaitEnd();
        Map<String, List<String>> before = Views.rows(database);
        node.close();
        givenTablesOfFormerCode();
        try (EarlierMoment _ = EarlierMoment.hold(url)) {

            // when
            node = TestNode.start(url);
            register.awaitNext(Projections.EVENTS, "READY");
            write(1);
            register.awaitEnd();

            // then
            assertThat(register.serving(Projections.EVENTS)).isEqualTo(1);
            assertThat(count("view.event WHERE description = ''")).isEqualTo(4);
            assertThat(count("view.attendance")).isZero();
        }
        register.awaitRest();
        assertThat(register.serving(Projections.EVENTS)).isEqualTo(2);
        assertThat(count("view.event")).isEqualTo(4);
        Map<String, List<String>> after = Views.rows(database);
        before.forEach((view, rows) -> assertThat(after.get(view)).as(view).containsAll(rows));
        register.assertTidy();
    }

    private void givenTablesOfFormerCode() {
        database.sql("UPDATE view.generation SET version = 0 WHERE projection = 'events'")
                .update();
        database.sql("ALTER TABLE view_events_1.event DROP COLUMN description CASCADE")
                .update();
        database.sql("ALTER TABLE view_events_1.event ADD COLUMN mood text NOT NULL DEFAULT 'good'")
                .update();
        database.sql("ALTER TABLE view_events_1.event ALTER COLUMN mood DROP DEFAULT")
                .update();
        database.sql("DROP TABLE view_events_1.attendance CASCADE").update();
    }

    @Test
    void tablesOfNewerCodeAreReadButNeitherMovedNorReplaced() throws Exception {
        write(3);
        register.awaitEnd();
        Map<String, List<String>> before = Views.rows(database);

        // given
        database.sql("UPDATE view.generation SET version = 9 WHERE projection = 'events'")
                .update();
        long position = position();

        // when
        write(1);

        // then
        assertThat(position()).isEqualTo(position);
        assertThat(lifecycle().begin(events())).isFalse();
        assertThat(Views.rows(database).get("event")).isEqualTo(before.get("event"));
        assertThat(Reader.service(node, 0).read()).isNotEmpty();

        // when: the newer code is taken back
        database.sql("UPDATE view.generation SET version = 1 WHERE projection = 'events'")
                .update();

        // then
        register.await("the view goes on", () -> count("view.event") == 4);
    }

    @Test
    void aCancelledBuildWritesNothingForTheNextOne() throws Exception {
        write(3);
        register.awaitEnd();
        Map<String, List<String>> before = Views.rows(database);
        node.bean("projectionThreads", SmartLifecycle.class).stop();

        lifecycle().begin(events());
        Generation cancelled = next();

        // when
        new Rebuilds(events(), new Reborn(), node.bean(ViewDatabase.class), Runnable::run).lookForWork();

        // then
        assertThat(next().number()).isGreaterThan(cancelled.number());
        assertThat(next().position()).isZero();
        assertThat(count(next().schema() + ".event")).isZero();
        assertThat(Views.rows(database)).isEqualTo(before);
    }

    /** History as it is; but whoever looks into it finds that the rebuild has been cancelled, and another one begun. */
    private final class Reborn implements History {

        private final History history = node.bean(History.class);

        @Override
        public FactPage after(long position, Set<Class<? extends Fact>> kinds, int most) {
            if (position == 0) {
                lifecycle().cancel(events());
                lifecycle().begin(events());
            }
            return history.after(position, kinds, most);
        }

        @Override
        public FactPage between(long position, long end, Set<Class<? extends Fact>> kinds, int most) {
            return history.between(position, end, kinds, most);
        }

        @Override
        public long count(long upTo, Set<Class<? extends Fact>> kinds) {
            return history.count(upTo, kinds);
        }
    }

    @Test
    void aBuildThatDiedAfterItsIndexesIsFinished() throws Exception {
        write(3);
        register.awaitEnd();
        Views views = new Views(node, 100);
        assertThat(lifecycle().begin(events())).isTrue();
        new GenerationSchemas(node.bean(ViewDatabase.class)).index(events(), next());

        // when
        views.rebuild();

        // then
        assertThat(register.serving(Projections.EVENTS)).isEqualTo(2);
        assertThat(count("view.event")).isEqualTo(3);
    }

    @Test
    void nothingTakesOverThatSaysLessOrIsNotThereAnyMore() throws Exception {
        write(3);
        register.awaitEnd();
        Views views = new Views(node, 100);
        lifecycle().begin(events());
        Generation empty = next();

        // then
        assertThat(lifecycle().takeOver(events(), empty)).isEqualTo(Outcome.BEHIND);
        assertThat(lifecycle().takeOver(events(), empty.at(position()))).isEqualTo(Outcome.BEHIND);
        assertThat(lifecycle().takeOver(events(), empty.as(Generation.State.READY)))
                .isEqualTo(Outcome.GONE);
        assertThat(lifecycle().cancel(events())).isTrue();
        assertThat(lifecycle().takeOver(events(), empty)).isEqualTo(Outcome.GONE);
        assertThat(register.serving(Projections.EVENTS)).isEqualTo(1);
        assertThat(count("view.event")).isEqualTo(3);
        views.rebuild();
        register.assertTidy();
    }

    private void write(int students) throws InterruptedException {
        new Writers(List.of(node), new Marks(), students).close();
    }

    private Generation next() {
        return new Generations(node.bean(ViewDatabase.class)).next(events()).orElseThrow();
    }

    private long position() {
        return database.sql("SELECT position FROM view.generation WHERE projection = 'events' AND state = 'SERVING'")
                .query(Long.class)
                .single();
    }

    private long count(String rows) {
        return database.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }

    private ProjectionLifecycle lifecycle() {
        return node.bean(ProjectionLifecycle.class);
    }

    private Projection events() {
        return node.projection(Projections.EVENTS);
    }
}
