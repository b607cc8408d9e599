package com.emlyon.connect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.postgres.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How the command {@code verify} is called, and how it ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyCommandTest {

    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode node = TestNode.start(database);

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void onlyTheNamedOnesAreLookedAt() {
        assertThat(Ran.verify(database, "events", "accounts").text())
                .doesNotContain("check-ins")
                .contains("events:", "accounts:");
    }

    @Test
    void aNameThatNoProjectionHasIsMisuse() {
        Ran ran = Ran.verify(database, "accounts", "nonsense");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.text()).contains("There is no projection nonsense, but accounts, check-ins, events");
    }

    @Test
    void whatCannotBeFoundOutIsNeitherEqualNorDifferent() {
        assertThat(Ran.verify("jdbc:postgresql://127.0.0.1:1/nothing?user=nobody")
                        .exitCode())
                .isEqualTo(3);
    }
}
