package com.emlyon.connect.promise.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The generations that there are, as the database has them. */
record Register(JdbcClient database) {

    /** Reactions have a checkpoint there as well, and no tables. */
    private static final String WITH_TABLES = "projection NOT IN ('avatars', 'rules')";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The number of the generation that readers see. */
    int serving(String projection) {
        return database.sql("SELECT generation FROM view.generation WHERE projection = ? AND state = 'SERVING'")
                .param(projection)
                .query(Integer.class)
                .single();
    }

    /** The state of the generation that is being built; "none" without one. */
    String next(String projection) {
        return database.sql("SELECT state FROM view.generation WHERE projection = ? AND state <> 'SERVING'")
                .param(projection)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    /** How many facts of its own the generation has that is being built; as many as one likes without one. */
    long factsBuilt(String projection) {
        return database.sql("SELECT facts_done FROM view.generation WHERE projection = ? AND state = 'BUILDING'")
                .param(projection)
                .query(Long.class)
                .optional()
                .orElse(Long.MAX_VALUE);
    }

    /** What is being built, for people. */
    List<String> builds() {
        return strings("""
                SELECT projection || ' ' || state || ' with ' || facts_done || ' facts'
                FROM view.generation WHERE state <> 'SERVING' ORDER BY projection
                """);
    }

    void awaitNext(String projection, String state) {
        await("%s is %s".formatted(projection, state), () -> next(projection).equals(state));
    }

    void await(String what, BooleanSupplier condition) {
        Awaitility.await(what).atMost(PATIENCE).until(condition::getAsBoolean);
    }

    /** Nothing is being built any more. */
    void awaitRest() {
        await(
                "nothing is being built",
                () -> database.sql("SELECT count(*) = 0 FROM view.generation WHERE state <> 'SERVING'")
                        .query(Boolean.class)
                        .single());
    }

    /** The views have taken in everything that has happened, and have parked none of it. */
    void awaitEnd() {
        await(
                "the views say what history says",
                () -> database.sql("""
                                SELECT count(*) = 0
                                FROM view.generation JOIN store.fact ON fact.position > generation.position
                                WHERE stream_type = CASE projection WHEN 'accounts' THEN 'Account'
                                                                    WHEN 'check-ins' THEN 'Presence'
                                                                    WHEN 'events' THEN 'CampusEvent' END
                                """).query(Boolean.class).single());
        assertThat(strings("SELECT projection || ' ' || failure FROM view.parked"))
                .isEmpty();
    }

    /** One generation serves for each projection, there is no other, and no schema that is not registered. */
    void assertTidy() {
        Awaitility.await("only what serves is left").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(generations()).containsExactly("accounts SERVING", "check-ins SERVING", "events SERVING");
            assertThat(schemas()).isEqualTo(registered());
        });
    }

    private List<String> generations() {
        return strings(
                "SELECT projection || ' ' || state FROM view.generation WHERE %s ORDER BY 1".formatted(WITH_TABLES));
    }

    private List<String> schemas() {
        return strings("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'view\\_%' ORDER BY 1");
    }

    private List<String> registered() {
        return strings(
                "SELECT 'view_' || replace(projection, '-', '_') || '_' || generation FROM view.generation WHERE %s ORDER BY 1"
                        .formatted(WITH_TABLES));
    }

    private List<String> strings(String query) {
        return database.sql(query).query((row, number) -> row.getString(1)).list();
    }
}
