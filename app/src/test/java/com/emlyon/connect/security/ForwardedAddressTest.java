package com.emlyon.connect.security;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Behind a trusted proxy, from where somebody comes is what the proxy has added, and nothing that they have sent themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwardedAddressTest {

    private static final int MOST = 3;

    /** More than the other tests use up from one address. */
    private static final int MOST_FROM_AN_ADDRESS = 20;

    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(),
            "--TRUSTED_PROXIES=127.0.0.1, ::1, 192.0.2.7",
            "--connect.throttle.account-from-address.most=" + MOST,
            "--connect.throttle.address.most=" + MOST_FROM_AN_ADDRESS,
            "--connect.throttle.registrations.most=" + MOST_FROM_AN_ADDRESS,
            // No limit may refill while the other requests are sent.
            "--connect.throttle.address.per=1d",
            "--connect.throttle.registrations.per=1d");
    private final ContractClient client = new ContractClient(node);

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void whatClientsPutBeforeItIsNotBelieved() {
        Member pia = client.newMember("Pia One");
        for (int i = 0; i < MOST; i++) {
            assertThat(guess(pia, "203.0.113.%d, 198.51.100.1".formatted(i))).hasStatus(401);
        }

        assertThat(guess(pia, "203.0.113.99, 198.51.100.1")).hasStatus(429);
        assertThat(guess(pia, "198.51.100.1")).hasStatus(429);
        assertThat(guess(pia, "198.51.100.2")).hasStatus(401);
    }

    @Test
    void norIsAHeaderOfTheirOwn() {
        Member pia = client.newMember("Pia One");
        for (int i = 0; i < MOST; i++) {
            assertThat(guess(pia, "203.0.113." + i, "198.51.100.1")).hasStatus(401);
        }

        assertThat(guess(pia, "203.0.113.99", "198.51.100.1")).hasStatus(429);
    }

    @Test
    void ofSeveralProxiesEachAddsTheOneBefore() {
        Member pia = client.newMember("Pia One");
        for (int i = 0; i < MOST; i++) {
            assertThat(guess(pia, "203.0.113.%d, 198.51.100.1, 192.0.2.7".formatted(i)))
                    .hasStatus(401);
        }

        assertThat(guess(pia, "198.51.100.1")).hasStatus(429);
    }

    @Test
    void allAddressesOfAnIpv6NetworkAreOne() {
        Member pia = client.newMember("Pia One");
        for (int i = 0; i < MOST; i++) {
            assertThat(guess(pia, "2001:db8:1:2:%x::1".formatted(i))).hasStatus(401);
        }

        assertThat(guess(pia, "2001:db8:1:2:ffff:1:2:3")).hasStatus(429);
        assertThat(guess(pia, "2001:db8:1:3::1")).hasStatus(401);
    }

    /** A customer of a provider has a whole /56 or /48 of them. */
    @Test
    void theNetworksOfAWiderOneShareRisingLimits() {
        Member pia = client.newMember("Pia One");
        for (int i = 0; i < 2 * MOST; i++) {
            assertThat(guess(pia, "2001:db8:2:1%02x::1".formatted(i))).hasStatus(401);
        }
        assertThat(guess(pia, "2001:db8:2:1ff::1")).as("the same /56").hasStatus(429);

        for (int i = 0; i < 2 * MOST; i++) {
            assertThat(guess(pia, "2001:db8:2:%x00::1".formatted(0x20 + i))).hasStatus(401);
        }
        assertThat(guess(pia, "2001:db8:2:ff00::1")).as("the same /48").hasStatus(429);
        assertThat(guess(pia, "2001:db8:3::1")).as("another /48").hasStatus(401);
    }

    @Test
    void soTheyDoWhereTheyGuessAtManyAccounts() {
        for (int i = 0; i < 2 * MOST_FROM_AN_ADDRESS; i++) {
            assertThat(guess("nobody%d@emlyon.com".formatted(i), "2001:db8:4:1%02x::1".formatted(i)))
                    .hasStatus(401);
        }

        assertThat(guess("nobody@emlyon.com", "2001:db8:4:1ff::1")).hasStatus(429);
        assertThat(guess("nobody@emlyon.com", "2001:db8:5::1")).hasStatus(401);
    }

    @Test
    void soTheyDoWhereTheyRegister() {
        for (int i = 0; i < 2 * MOST_FROM_AN_ADDRESS; i++) {
            assertThat(register("2001:db8:6:1%02x::1".formatted(i))).hasStatus(201);
        }

        assertThat(register("2001:db8:6:1ff::1")).hasStatus(429);
        assertThat(register("2001:db8:7::1")).hasStatus(201);
    }

    @Test
    void neighboursLockNobodyOutAtHome() {
        Member pia = client.newMember("Pia One");
        assertThat(login(pia, "2001:db8:8:100::1")).hasStatus(200);

        // when
        for (int i = 1; i <= 2 * MOST; i++) {
            assertThat(guess(pia, "2001:db8:8:1%02x::1".formatted(i))).hasStatus(401);
        }

        // then
        assertThat(login(pia, "2001:db8:8:1ff::1")).hasStatus(429);
        assertThat(login(pia, "2001:db8:8:100::2")).hasStatus(200);
    }

    private Answer register(String address) {
        return client.post("/api/auth/register")
                .header("X-Forwarded-For", address)
                .json("{\"email\":\"%s\",\"password\":\"lemotdepasse\",\"name\":\"Ana\"}"
                        .formatted(ContractClient.freshEmail()))
                .send();
    }

    private Answer login(Member member, String address) {
        return client.post("/api/auth/login")
                .header("X-Forwarded-For", address)
                .json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(member.email(), ContractClient.PASSWORD))
                .send();
    }

    private Answer guess(Member member, String... forwarded) {
        return guess(member.email(), forwarded);
    }

    private Answer guess(String email, String... forwarded) {
        Call call = client.post("/api/auth/login")
                .json("{\"email\":\"%s\",\"password\":\"pas celui-ci\"}".formatted(email));
        for (String addresses : forwarded) {
            call = call.header("X-Forwarded-For", addresses);
        }
        return call.send();
    }
}
