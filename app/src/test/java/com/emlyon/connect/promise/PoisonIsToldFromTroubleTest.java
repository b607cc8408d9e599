package com.emlyon.connect.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.connect.api.checkin.Whereabouts;
import com.emlyon.connect.app.Poison;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.parking.ParkedFact;
import com.emlyon.connect.app.parking.ParkedFacts;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.eventstore.history.FactOfNewerCode;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.processor.BatchApplication;
import com.emlyon.platform.projections.processor.Parking;
import com.emlyon.platform.projections.processor.ProjectionProcessor;
import com.emlyon.platform.projections.processor.Retried;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Only a fact that is itself to blame is parked; everything else is tried again. A test takes the follower's steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PoisonIsToldFromTroubleTest {

    /** No node of today's code gets past a fact of newer code. */
    private static final int AT_THE_END_OF_HISTORY = Integer.MAX_VALUE;

    private static final Duration NOT_AGES = Duration.ofMinutes(1);

    private final TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl());
    private final Views views = new Views(node, 500);
    private final Poison poison = new Poison(node);
    private String pia = "";
    private String max = "";

    @BeforeEach
    void nothingIsThere() {
        pia = UUID.randomUUID().toString();
        max = UUID.randomUUID().toString();
        views.follow();
        JdbcClient database = node.bean(JdbcClient.class);
        database.sql("DELETE FROM view_check_ins_1.check_in").update();
        database.sql("DELETE FROM view.parked").update();
    }

    @AfterEach
    void everythingIsMended() {
        poison.rowsSucceed();
        poison.placeIsAccepted();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"40P01", "40001", "55P03", "57014", "57P01", "53100", "53200", "42P01", "25006", "58030", "08006"
            })
    void whatTheDatabaseCannotDoAtTheMomentIsNoPoison(String state) {
        // given
        poison.everyRowFailsWith(state);
        poison.checkIn(pia, 0, "Le Sucre");

        // then
        assertThatThrownBy(views::follow).isNotNull();
        assertThat(parked()).isEmpty();
        assertThat(places()).isEmpty();

        // when
        poison.rowsSucceed();
        views.follow();

        // then
        assertThat(places()).containsExactly("Le Sucre");
        assertThat(parked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "22P02", "23502", "23505", "23514", "44000", "54000"})
    void aRowThatTheTableRefusesIsPoison(String state) {
        // given
        poison.everyRowFailsWith(state);
        poison.checkIn(pia, 0, "Le Sucre");

        // when
        views.follow();

        // then
        assertThat(parked()).hasSize(1);
        assertThat(parked().getFirst().failure()).contains("SQLSTATE " + state);
    }

    @Test
    void twoHundredAmongFiveHundredTakeNoAges() {
        // given
        List<Long> poisonous = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String student = UUID.randomUUID().toString();
            if (i % 5 < 2) {
                poisonous.add(i % 5 == 0 ? poison.brokenCheckIn(student, 0) : poison.checkIn(student, 0, Poison.PLACE));
            } else {
                poison.checkIn(student, 0, "Bar " + i);
            }
        }
        poison.placeIsRefused();
        long start = System.nanoTime();

        // when
        // The rules of the node cannot read the broken ones either, at a pace of their own.
        List<String> lines = LoggedLines.of(BatchApplication.class, views::follow).stream()
                .filter(line -> !line.startsWith("ERROR rules,"))
                .toList();

        // then
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(NOT_AGES);
        assertThat(parked()).extracting(ParkedFact::position).containsExactlyElementsOf(poisonous);
        assertThat(places())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 500)
                        .filter(i -> i % 5 >= 2)
                        .mapToObj(i -> "Bar " + i)
                        .toList());

        // then
        assertThat(lines)
                .hasSize(200)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("ERROR")
                        .doesNotContain("Secr", "plaec")
                        .hasLineCount(1));
        assertThat(parked())
                .allSatisfy(fact -> assertThat(fact.failure()).isNotNull().doesNotContain("Secr", "plaec"));
    }

    @Test
    void codeThatDoesNotUnderstandAFactIsMendedAndThenUnderstandsIt() {
        // given
        List<Long> positions = List.of(
                poison.checkIn(pia, 0, Poison.PLACE),
                poison.checkIn(max, 0, "Le Sucre"),
                poison.checkIn(pia, 1, "Ninkasi"));
        ProjectionProcessor projectionProcessor = new ProjectionProcessor(
                new ConfusedProjection(node.projection(Projections.CHECK_INS)),
                node.bean(History.class),
                node.bean(ViewDatabase.class),
                (view, position) -> {},
                500);

        // when
        assertThat(projectionProcessor.step()).isEqualTo(ProjectionProcessor.Step.UP_TO_DATE);

        // then
        assertThat(places()).containsExactly("Le Sucre");
        assertThat(parked()).extracting(ParkedFact::position).containsExactly(positions.get(0), positions.get(2));
        assertThat(parked().getFirst().failure())
                .startsWith("java.lang.IllegalStateException at apply(ConfusedProjection.java:")
                .doesNotContain("Secr");

        // when
        Retried retried = new Parking(node.bean(ViewDatabase.class), node.bean(History.class))
                .retryAll(node.projection(Projections.CHECK_INS));

        // then
        assertThat(retried).isEqualTo(new Retried(2, 0));
        assertThat(places()).containsExactlyInAnyOrder("Le Sucre", "Ninkasi");
    }

    @Test
    @Order(AT_THE_END_OF_HISTORY)
    void whoeverMeetsAFactOfNewerCodeWaitsForNewerCode() {
        // given
        long before = position();
        poison.checkIn(pia, 0, "Le Sucre");
        poison.checkInOfNewerCode(max, 0);

        // then
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(views::follow).isInstanceOf(FactOfNewerCode.class);
            assertThat(parked()).isEmpty();
            assertThat(places()).isEmpty();
            assertThat(position()).isEqualTo(before);
        }
    }

    private List<ParkedFact> parked() {
        return node.bean(ParkedFacts.class).of(Projections.CHECK_INS);
    }

    private List<String> places() {
        return node
                .bean(JdbcClient.class)
                .sql("SELECT whereabouts FROM view.check_in")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .map(kept -> node.bean(PersonalDataReader.class)
                        .decrypt(Personal.encrypted(kept), Whereabouts.class)
                        .orElseThrow()
                        .place())
                .toList();
    }

    private long position() {
        return node.bean(JdbcClient.class)
                .sql("SELECT position FROM view.generation WHERE projection = 'check-ins'")
                .query(Long.class)
                .single();
    }
}
