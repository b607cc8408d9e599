package com.emlyon.connect.audit;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.Poison;
import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.cli.Ran;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.rebuild.HeldRebuilds;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever matters to security is in the trail, with who and whom, and nothing by which one knows them without the service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryKindIsEnteredTest {

    private static final String PLACE = "198.51.100.17";
    private static final String WRONG = "pas celui-ci";
    private static final String OTHER = "unautremotdepasse";
    private static final String TYPED = "somebody.typed@emlyon.com";
    private static final int REFUSALS = 12;
    private static final Duration STRETCH = Duration.ofMinutes(15);

    private final TestClock clock = new TestClock();
    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode node = TestNode.start(
            clock,
            database,
            "--ADMIN_EMAILS=chef@emlyon.com",
            "--TRUSTED_PROXIES=127.0.0.1, ::1",
            "--connect.throttle.account-from-address.most=2",
            "--connect.throttle.account.most=100000",
            "--connect.throttle.address.most=100000",
            "--connect.throttle.registrations.most=100000",
            "--connect.audit.most-refusals=" + REFUSALS);
    private final Trail trail = new Trail(node);
    private final ContractClient client = new ContractClient(node);
    private final Member admin = client.register("chef@emlyon.com", "Chef Unique");
    private final Member pia = client.newMember("Pia Secrète");
    private final Member max = client.newMember("Max Discret");

    @BeforeAll
    void everythingHappens() {
        clock.advanceToTheNext(STRETCH);
        logins();
        reading();
        acts();
        commandLine();
        refusals();
        farewell();
        clock.advanceToTheNext(STRETCH);
        node.bean(AuditTrail.class).tellOfFloods();
        trail.awaitEntered();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private void logins() {
        assertThat(from(login(pia.email(), ContractClient.PASSWORD))).hasStatus(200);
        assertThat(from(login(pia.email(), WRONG))).hasStatus(401);
        assertThat(from(login(TYPED, WRONG))).hasStatus(401);
        assertThat(from(client.delete("/api/users/me").as(pia).json("{\"password\":\"%s\"}".formatted(WRONG))))
                .hasStatus(403);
        assertThat(from(login(pia.email(), WRONG))).hasStatus(401);
        assertThat(from(login(pia.email(), WRONG))).hasStatus(429);
        assertThat(client.put("/api/users/me/password")
                        .as(max)
                        .json("{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}"
                                .formatted(ContractClient.PASSWORD, OTHER))
                        .send())
                .hasStatus(200);
        assertThat(client.get("/api/users/me/export").as(max).send()).hasStatus(200);
    }

    private static Answer from(Call call) {
        return call.header("X-Forwarded-For", PLACE).send();
    }

    private Call login(String email, String password) {
        return client.post("/api/auth/login").json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private void reading() {
        assertThat(client.get("/api/admin/history/" + pia.id()).as(admin).send())
                .hasStatus(200);
        assertThat(client.get("/api/admin/history/" + TYPED).as(admin).send()).hasStatus(404);
        assertThat(client.get("/api/admin/accounts/" + max.id()).as(admin).send())
                .hasStatus(200);
        assertThat(client.get("/api/admin/accounts/" + TYPED).as(admin).send()).hasStatus(404);
        assertThat(client.get("/api/admin/audit?account=" + TYPED).as(admin).send())
                .hasStatus(200);
    }

    private void acts() {
        String parked = "/api/admin/projections/check-ins/parked/";
        long broken = new Poison(node).brokenCheckOut(UUID.randomUUID().toString(), 0);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> client.get(parked + broken).as(admin).send().status() == 200);
        assertThat(client.post(parked + broken + "/retry").as(admin).send()).hasStatus(200);
        assertThat(client.post(parked + "retry").as(admin).send()).hasStatus(200);
        assertThat(client.delete(parked + broken).as(admin).send()).hasStatus(200);
        String logger = "/api/admin/log-levels/org.springframework.web";
        assertThat(client.put(logger + "?level=WARN").as(admin).send()).hasStatus(200);
        assertThat(client.delete(logger).as(admin).send()).hasStatus(200);
        try (HeldRebuilds _ = HeldRebuilds.of(node, "events")) {
            String rebuild = "/api/admin/projections/events/rebuild";
            assertThat(client.post(rebuild).as(admin).send()).hasStatus(202);
            assertThat(client.post(rebuild).as(admin).send()).hasStatus(409);
            assertThat(client.delete(rebuild).as(admin).send()).hasStatus(200);
            assertThat(client.delete(rebuild).as(admin).send()).hasStatus(404);
        }
    }

    private void commandLine() {
        assertThat(Ran.on(database, "retry", "events").exitCode()).isZero();
        assertThat(Ran.on(database, "discard", "events", "1").exitCode()).isEqualTo(1);
    }

    /** From many addresses: those at one address would be told as one number. */
    private void refusals() {
        for (int i = 0; i < REFUSALS; i++) {
            assertThat(client.get("/api/admin/history/" + pia.id())
                            .as(pia)
                            .header("X-Forwarded-For", "203.0.113." + i)
                            .send())
                    .hasStatus(403);
        }
    }

    private void farewell() {
        assertThat(client.delete("/api/users/me/sessions").as(pia).send()).hasStatus(200);
        Member eva = client.newMember("Eva Oubliée");
        assertThat(client.deletionOf(eva).send()).hasStatus(200);
        // Without waiting: it is there with the deletion.
        assertThat(trail.told(Kind.ACCOUNT_DELETED, "subject")).containsExactly(eva.id());
    }

    @Test
    void everyKindIsInTheTrail() {
        assertThat(Arrays.stream(Kind.values())
                        .filter(kind -> kind != Kind.ENTRIES_LOST)
                        .filter(kind -> trail.count(kind) == 0))
                .isEmpty();
    }

    @Test
    void whatIsAboutAnAccountSaysWhichAndByWhomAndFromWhere() {
        assertThat(trail.told(Kind.REGISTERED, "subject")).startsWith(admin.id(), pia.id(), max.id());
        assertThat(trail.told(Kind.REGISTERED, "actor")).startsWith(admin.id(), pia.id(), max.id());
        assertThat(trail.told(Kind.LOGGED_IN, "subject")).containsExactly(pia.id());
        assertThat(trail.told(Kind.LOGIN_REFUSED, "subject")).containsExactly(pia.id(), "", pia.id());
        assertThat(trail.told(Kind.LOGIN_REFUSED, "actor")).containsOnly("");
        assertThat(trail.told(Kind.PASSWORD_REFUSED, "subject")).containsExactly(pia.id());
        assertThat(trail.told(Kind.PASSWORD_CHANGED, "subject")).containsExactly(max.id());
        assertThat(trail.told(Kind.LOGGED_OUT_EVERYWHERE, "actor")).containsExactly(pia.id());
        assertThat(trail.told(Kind.HISTORY_READ, "subject")).containsExactly(pia.id(), "");
        assertThat(trail.told(Kind.HISTORY_READ, "actor")).containsOnly(admin.id());
        assertThat(trail.told(Kind.HISTORY_READ, "details")).containsExactly("{\"found\":true}", "{\"found\":false}");
        assertThat(trail.told(Kind.PAST_READ, "subject")).containsExactly(max.id(), "");
        assertThat(trail.told(Kind.ADMIN_REFUSED, "actor")).containsOnly(pia.id());
        assertThat(trail.told(Kind.REBUILD_BEGUN, "subject || ' ' || actor")).containsExactly("events " + admin.id());
        assertThat(trail.told(Kind.REBUILD_CANCELLED, "subject || ' ' || actor"))
                .containsExactly("events " + admin.id());
        assertThat(trail.told(Kind.PARKED_RETRIED, "subject || ' ' || actor"))
                .containsExactly("check-ins " + admin.id(), "check-ins " + admin.id(), "events operator");
    }

    @Test
    void whoComesFromOneAddressIsKnownByOneHash() {
        assertThat(trail.told(Kind.LOGIN_REFUSED, "address").stream().collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        trail.told(Kind.TRY_THROTTLED, "address").stream().collect(toSet()))
                .allMatch(address -> address.matches("[0-9a-f]{32}"));
        assertThat(trail.told(Kind.PASSWORD_CHANGED, "address"))
                .allMatch(address -> address.matches("[0-9a-f]{32}"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(trail.told(Kind.TRY_THROTTLED, "address"));
    }

    @Test
    void nothingPersonalIsInIt() {
        List<String> rows = trail.rows("");

        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(List.of(
                        pia.email(),
                        max.email(),
                        TYPED,
                        "@",
                        "emlyon",
                        "Pia",
                        "Secr",
                        "Max",
                        "Discret",
                        "Eva",
                        "Chef",
                        ContractClient.PASSWORD,
                        WRONG,
                        OTHER,
                        PLACE,
                        "198.51.100.",
                        "203.0.113.",
                        "127.0.0.1",
                        "::1",
                        "Java-http-client",
                        pia.token()))
                .allSatisfy(secret -> assertThat(rows).noneMatch(row -> row.contains(secret)));
    }

    @Test
    void refusalsBeyondTheMostAreTheirNumber() {
        long one = trail.count(Kind.LOGIN_REFUSED)
                + trail.count(Kind.PASSWORD_REFUSED)
                + trail.count(Kind.TRY_THROTTLED)
                + trail.count(Kind.ADMIN_REFUSED);

        assertThat(one).isEqualTo(REFUSALS);
        assertThat(trail.told(Kind.MORE_REFUSED, "details"))
                .containsExactly("{\"ADMIN_REFUSED\":%d}".formatted(REFUSALS - trail.count(Kind.ADMIN_REFUSED)));
    }
}
