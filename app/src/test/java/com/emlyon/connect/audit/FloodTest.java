package com.emlyon.connect.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** However often somebody fails, the trail grows by so much in a stretch of time, and still tells how often it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodTest {

    private static final Duration STRETCH = Duration.ofHours(1);
    private static final int ALIKE = 3;
    private static final int REFUSALS = 10;

    private final TestClock clock = new TestClock();
    private final TestNode node = TestNode.start(
            clock,
            TestPostgres.freshDatabaseUrl(),
            "--connect.audit.stretch=" + STRETCH,
            "--connect.audit.most-alike=" + ALIKE,
            "--connect.audit.most-refusals=" + REFUSALS);
    private final Trail trail = new Trail(node);
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");

    @BeforeEach
    void aNewStretchBegins() {
        stretchEnds();
        trail.tamper("DELETE FROM store.audit", "UPDATE store.audit_end SET number = 0, hash = ''");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private void stretchEnds() {
        clock.advanceToTheNext(STRETCH);
        node.bean(AuditTrail.class).tellOfFloods();
        trail.awaitEntered();
    }

    @Test
    void failedLoginsToOneAccountAreEnteredAFewTimesAndThenCounted() {
        // when
        for (int i = 0; i < ALIKE + 4; i++) {
            assertThat(client.login(pia.email(), "pas celui-ci").status()).isEqualTo(401);
        }
        trail.awaitEntered();

        // then
        assertThat(trail.told(Kind.LOGIN_REFUSED, "details")).hasSize(ALIKE).containsOnly("{}");

        // when
        stretchEnds();

        // then
        assertThat(trail.told(Kind.LOGIN_REFUSED, "details")).hasSize(ALIKE + 1).endsWith("{\"more\":4}");
        assertThat(trail.told(Kind.LOGIN_REFUSED, "subject")).containsOnly(pia.id());
    }

    @Test
    void refusalsFromEverywhereAreBoundedTogether() {
        // when
        IntStream.range(0, 5_000)
                .forEach(i -> trail.note(Note.of(i % 2 == 0 ? Kind.LOGIN_REFUSED : Kind.TRY_THROTTLED)
                        .from("address" + i)));
        trail.awaitEntered();

        // then
        assertThat(trail.count(Kind.LOGIN_REFUSED) + trail.count(Kind.TRY_THROTTLED))
                .isEqualTo(REFUSALS);

        // when
        stretchEnds();

        // then
        assertThat(trail.told(Kind.MORE_REFUSED, "details"))
                .containsExactly("{\"LOGIN_REFUSED\":%d,\"TRY_THROTTLED\":%d}"
                        .formatted(2_500 - REFUSALS / 2, 2_500 - REFUSALS / 2));
    }

    @Test
    void refusalsKeepNobodyElseOut() {
        // given
        IntStream.range(0, 2 * REFUSALS)
                .forEach(i -> trail.note(Note.of(Kind.ADMIN_REFUSED).from("address" + i)));

        // when
        assertThat(client.login(pia.email(), ContractClient.PASSWORD).status()).isEqualTo(200);
        trail.awaitEntered();

        // then
        assertThat(trail.count(Kind.ADMIN_REFUSED)).isEqualTo(REFUSALS);
        assertThat(trail.count(Kind.LOGGED_IN)).isEqualTo(1);
    }

    @Test
    void whoIsThrottledIsEnteredOnceAnAddressAndAStretch() {
        IntStream.range(0, 100)
                .forEach(i -> trail.note(Note.of(Kind.TRY_THROTTLED).from("address" + i % 2)));
        trail.awaitEntered();

        assertThat(trail.told(Kind.TRY_THROTTLED, "address")).containsExactly("address0", "address1");

        // when
        stretchEnds();
        trail.note(Note.of(Kind.TRY_THROTTLED).from("address0"));
        trail.awaitEntered();

        // then
        assertThat(trail.told(Kind.TRY_THROTTLED, "address || details"))
                .containsExactlyInAnyOrder(
                        "address0{}", "address1{}", "address0{\"more\":49}", "address1{\"more\":49}", "address0{}");
    }
}
