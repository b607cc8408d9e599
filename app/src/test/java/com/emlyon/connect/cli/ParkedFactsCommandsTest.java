package com.emlyon.connect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.HeldUpCheckIns;
import com.emlyon.connect.app.Poison;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.parking.ParkedFacts;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code parked}, {@code retry} and {@code discard}, beside a running service. */
class ParkedFactsCommandsTest {

    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode node = TestNode.start(database);
    private final Poison poison = new Poison(node);
    private final String student = UUID.randomUUID().toString();
    private long refused;
    private long broken;
    private long last;

    @BeforeEach
    void twoPoisonsAreParked() {
        poison.placeIsRefused();
        refused = poison.checkIn(student, 0, Poison.PLACE);
        broken = poison.brokenCheckIn(student, 1);
        last = poison.checkIn(student, 2, "Ninkasi");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> parked() == 3);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void anOperatorListsRetriesAndDiscards() {
        // then
        assertThat(run("parked", "check-ins").out().lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("%d  CheckedIn  presence-%s  ".formatted(refused, student))
                                .contains("SQLSTATE 23514"),
                        line -> assertThat(line).startsWith(broken + "  ").endsWith("waits for the one before it"),
                        line -> assertThat(line).startsWith(last + "  "));

        // when
        poison.placeIsAccepted();

        // then
        assertThat(run("retry", "check-ins", String.valueOf(refused)))
                .isEqualTo(new Ran(0, "1 digested, 2 still parked%n".formatted(), ""));
        assertThat(run("retry", "check-ins")).isEqualTo(new Ran(0, "0 digested, 2 still parked%n".formatted(), ""));
        assertThat(run("discard", "check-ins", String.valueOf(broken)))
                .isEqualTo(new Ran(0, "1 digested, 0 still parked%n".formatted(), ""));
        assertThat(run("parked", "check-ins")).isEqualTo(new Ran(0, "Nothing is parked%n".formatted(), ""));
        assertThat(parked()).isZero();
    }

    @Test
    void whatIsNotThereIsSaidAndFails() {
        assertThat(run("parked", "nope")).isEqualTo(new Ran(1, "", "There is no projection nope%n".formatted()));
        assertThat(run("retry", "check-ins", "999"))
                .isEqualTo(new Ran(1, "", "check-ins has parked no fact at position 999%n".formatted()));
        assertThat(run("discard", "check-ins", String.valueOf(last), "--stream"))
                .isEqualTo(new Ran(0, "0 digested, 0 still parked%n".formatted(), ""));
    }

    @Test
    void whoeverFindsTheViewHeldUpIsToldInASentenceAndTriesAgain() {
        // given
        Ran heldUp = new Ran(1, "", "Somebody keeps check-ins standing still, try again in a moment%n".formatted());
        try (HeldUpCheckIns _ = HeldUpCheckIns.on(node)) {

            // then
            assertThat(run("retry", "check-ins")).isEqualTo(heldUp);
            assertThat(run("retry", "check-ins", String.valueOf(refused))).isEqualTo(heldUp);
            assertThat(run("discard", "check-ins", String.valueOf(refused))).isEqualTo(heldUp);
        }
        assertThat(parked()).isEqualTo(3);

        // when
        poison.placeIsAccepted();

        // then
        assertThat(run("retry", "check-ins")).isEqualTo(new Ran(0, "1 digested, 2 still parked%n".formatted(), ""));
    }

    private int parked() {
        return node.bean(ParkedFacts.class).of(Projections.CHECK_INS).size();
    }

    private Ran run(String... command) {
        return Ran.on(database, command);
    }
}
