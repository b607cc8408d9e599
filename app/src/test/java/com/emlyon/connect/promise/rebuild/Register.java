package com.emlyon.connect.promise.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The generations that there are, as the database has them. */
record Register(JdbcClient database) {

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

    /** One generation serves for each projection, there is no other, and no schema that is not registered. */
    void assertTidy() {
        Awaitility.await("only what serves is left").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(generations()).containsExactly("accounts SERVING", "check-ins SERVING", "events SERVING");
            assertThat(schemata()).isEqualTo(registered());
        });
    }

    private List<String> generations() {
        return strings("SELECT projection || ' ' || state FROM view.generation ORDER BY 1");
    }

    private List<String> schemata() {
        return strings("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'view\\_%' ORDER BY 1");
    }

    private List<String> registered() {
        return strings(
                "SELECT 'view_' || replace(projection, '-', '_') || '_' || generation FROM view.generation ORDER BY 1");
    }

    private List<String> strings(String query) {
        return database.sql(query).query((row, number) -> row.getString(1)).list();
    }
}
