package com.emlyon.connect.security;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.throttle.Buckets;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords cannot be guessed, on any node, by whoever comes from wherever; and guessing locks out nobody who is known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThrottleTest {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final String THROTTLED = "Trop de tentatives, réessayez plus tard";
    private static final String REFUSED = "Email ou mot de passe incorrect";
    private static final String WRONG = "pas celui-ci";
    private static final int FROM_ONE_PLACE = 3;
    private static final int FROM_ALL_PLACES = 6;
    private static final int FOR_ALL_ACCOUNTS = 12;
    private static final Duration UNTIL_ONE_MORE = Duration.ofMinutes(5);
    private static final String[] LIMITS = {
        "--TRUSTED_PROXIES=127.0.0.1, ::1",
        "--connect.throttle.account-from-address.most=" + FROM_ONE_PLACE,
        "--connect.throttle.account.most=" + FROM_ALL_PLACES,
        "--connect.throttle.address.most=" + FOR_ALL_ACCOUNTS,
        "--connect.throttle.registrations.most=100000",
    };

    private final TestClock clock = new TestClock();
    private final String database = TestPostgres.freshDatabaseUrl();
    private final List<TestNode> nodes =
            List.of(TestNode.start(clock, database, LIMITS), TestNode.start(clock, database, LIMITS));
    private final ContractClient here = new ContractClient(nodes.getFirst());
    private final ContractClient there = new ContractClient(nodes.getLast());
    private int places;

    @AfterAll
    void stop() {
        nodes.forEach(TestNode::close);
    }

    @Test
    void whoeverHasGuessedTooOftenWaitsOnAllNodesEvenWithTheRightPassword() {
        Member pia = here.newMember("Pia One");
        String place = freshPlace();
        for (int i = 0; i < FROM_ONE_PLACE; i++) {
            assertThat(login(i % 2 == 0 ? here : there, pia, WRONG, place)).isFailure(401, REFUSED);
        }

        // when
        Answer throttled = login(there, pia, ContractClient.PASSWORD, place);

        // then
        assertThat(throttled).isFailure(429, THROTTLED);
        assertThat(Long.parseLong(throttled.header("Retry-After").orElseThrow()))
                .isBetween(UNTIL_ONE_MORE.minusMinutes(1).toSeconds(), UNTIL_ONE_MORE.toSeconds());
        assertThat(login(here, pia, ContractClient.PASSWORD, place)).hasStatus(429);

        // when
        clock.advance(UNTIL_ONE_MORE);

        // then
        assertThat(login(here, pia, ContractClient.PASSWORD, place)).hasStatus(200);
    }

    @Test
    void rightPasswordsDoNotCount() {
        Member pia = here.newMember("Pia One");
        String place = freshPlace();
        for (int i = 0; i < FOR_ALL_ACCOUNTS + 1; i++) {
            assertThat(login(here, pia, ContractClient.PASSWORD, place)).hasStatus(200);
        }
    }

    @Test
    void guessesFromEverywhereLockNobodyOutWhoIsKnown() {
        Member pia = here.newMember("Pia One");
        String home = freshPlace();
        assertThat(login(here, pia, ContractClient.PASSWORD, home)).hasStatus(200);

        // when
        for (int i = 0; i < FROM_ALL_PLACES; i++) {
            assertThat(login(there, pia, WRONG, freshPlace())).hasStatus(401);
        }

        // then
        assertThat(login(there, pia, WRONG, freshPlace())).isFailure(429, THROTTLED);
        assertThat(login(there, pia, ContractClient.PASSWORD, home)).hasStatus(200);
    }

    @Test
    void guessesFromHomeAtTheAccountsOfStrangersLockNobodyOutAtHome() {
        Member pia = here.newMember("Pia One");
        String campus = freshPlace();
        assertThat(login(here, pia, ContractClient.PASSWORD, campus)).hasStatus(200);

        // when
        for (int i = 0; i <= FOR_ALL_ACCOUNTS; i++) {
            login(here, "nobody%d@emlyon.com".formatted(i), campus);
        }

        // then
        assertThat(login(there, here.newMember("Max Two"), ContractClient.PASSWORD, campus))
                .isFailure(429, THROTTLED);
        assertThat(login(there, pia, ContractClient.PASSWORD, campus)).hasStatus(200);
    }

    @Test
    void whoeverHasRegisteredSomewhereIsNoStrangerThere() {
        Member pia = here.newMember("Pia One");

        assertThat(known(pia)).isEqualTo(1);
    }

    @Test
    void anAddressCannotGoThroughAllAccounts() {
        String place = freshPlace();
        for (int i = 0; i < FOR_ALL_ACCOUNTS; i++) {
            assertThat(login(here, "nobody%d@emlyon.com".formatted(i), place)).isFailure(401, REFUSED);
        }

        assertThat(login(there, "somebody@emlyon.com", place)).isFailure(429, THROTTLED);
    }

    @Test
    void nobodyGuessesMoreOftenByGuessingAtOnce() {
        Member pia = here.newMember("Pia One");
        String place = freshPlace();

        List<Answer> answers = Simultaneously.send(
                3 * FROM_ONE_PLACE, number -> attempt(number % 2 == 0 ? here : there, pia, WRONG, place));

        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(FROM_ONE_PLACE);
        assertThat(answers.stream().filter(answer -> answer.status() == 429)).hasSize(2 * FROM_ONE_PLACE);
    }

    @Test
    void registrationsFromAnAddressAreBounded() {
        try (TestNode strict = TestNode.start(
                TestPostgres.freshDatabaseUrl(),
                "--connect.throttle.registrations.most=2",
                "--connect.throttle.account-from-address.most=1")) {
            ContractClient client = new ContractClient(strict);
            Member pia = client.newMember("Pia One");
            client.newMember("Max Two");

            assertThat(client.post("/api/auth/register")
                            .inEnglish()
                            .json("{\"email\":\"x@emlyon.com\",\"password\":\"lemotdepasse\",\"name\":\"X\"}")
                            .send())
                    .isFailure(429, "Too many attempts, try again later");

            // Nobody said that the proxy can be trusted.
            assertThat(login(client, pia, WRONG, freshPlace())).hasStatus(401);
            assertThat(login(client, pia, WRONG, freshPlace())).hasStatus(429);
        }
    }

    @Test
    void whatNobodyHasToWaitForIsForgotten() {
        Member pia = here.newMember("Pia One");
        assertThat(login(here, pia, WRONG, freshPlace())).hasStatus(401);
        assertThat(buckets()).isPositive();

        // when
        tables().sql("UPDATE store.bucket SET expires_at = expires_at - ?")
                .param(Duration.ofHours(2).toMillis())
                .update();
        nodes.getFirst().bean(Buckets.class).sweep();

        // then
        assertThat(buckets()).isZero();
    }

    @Test
    void whatWasCountedInATimeThatHasNotComeIsForgotten() {
        Member pia = here.newMember("Pia One");
        assertThat(login(here, pia, WRONG, freshPlace())).hasStatus(401);

        // when: a clock was two days ahead and has been put back
        tables().sql("UPDATE store.bucket SET expires_at = expires_at + ?")
                .param(Duration.ofDays(2).toMillis())
                .update();
        nodes.getFirst().bean(Buckets.class).sweep();

        // then
        assertThat(buckets()).isZero();
    }

    private long buckets() {
        return tables().sql("SELECT count(*) FROM store.bucket")
                .query(Long.class)
                .single();
    }

    private JdbcClient tables() {
        return JdbcClient.create(nodes.getFirst().bean(DataSource.class));
    }

    @Test
    void addressesAreForgottenWithTheAccountAndNowhereToBeRead() {
        Member pia = here.newMember("Pia One");
        assertThat(login(here, pia, ContractClient.PASSWORD, "203.0.113.77")).hasStatus(200);
        assertThat(known(pia)).isEqualTo(2);
        assertThat(tables().sql("SELECT id FROM store.bucket UNION ALL SELECT address FROM store.known_address")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(text -> text.contains("203.0.113") || text.contains("@"));

        // when
        assertThat(here.deletionOf(pia).send()).hasStatus(200);

        // then
        assertThat(known(pia)).isZero();
    }

    private long known(Member member) {
        return tables().sql("SELECT count(*) FROM store.known_address WHERE account = ?")
                .param(member.id())
                .query(Long.class)
                .single();
    }

    private String freshPlace() {
        places++;
        return "198.51.100." + places;
    }

    private static Answer login(ContractClient node, Member member, String password, String place) {
        return attempt(node, member, password, place).send();
    }

    private static Call attempt(ContractClient node, Member member, String password, String place) {
        return attempt(node, member.email(), password).header(FORWARDED, place);
    }

    private static Answer login(ContractClient node, String email, String place) {
        return at(place, attempt(node, email, WRONG));
    }

    private static Call attempt(ContractClient node, String email, String password) {
        return node.post("/api/auth/login").json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    private static Answer at(String place, Call call) {
        return call.header(FORWARDED, place).send();
    }
}
