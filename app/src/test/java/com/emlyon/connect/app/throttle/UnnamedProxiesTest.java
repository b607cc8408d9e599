package com.emlyon.connect.app.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.promise.LoggedLines;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators are told of a proxy that they have forgotten to name. */
class UnnamedProxiesTest {

    private static final String PLACE = "198.51.100.7";

    private final TestClock clock = new TestClock();

    @Test
    void aProxyThatNobodyHasNamedIsWarnedOfOnceAnHourAndWithoutAddresses() {
        try (TestNode node = TestNode.start(clock, TestPostgres.freshDatabaseUrl())) {
            ContractClient client = new ContractClient(node);
            ask(client, 3);
            clock.advance(Duration.ofHours(1));

            List<String> lines = LoggedLines.of(UnnamedProxies.class, () -> ask(client, 3));

            assertThat(lines)
                    .singleElement()
                    .asString()
                    .startsWith("WARN X-Forwarded-For comes from somebody whom TRUSTED_PROXIES does not name")
                    .doesNotContain(PLACE, "127.0.0.1");
        }
    }

    @Test
    void ofAProxyThatIsNamedThereIsNothingToSay() {
        try (TestNode node =
                TestNode.start(clock, TestPostgres.freshDatabaseUrl(), "--TRUSTED_PROXIES=127.0.0.1, ::1")) {
            ContractClient client = new ContractClient(node);

            assertThat(LoggedLines.of(UnnamedProxies.class, () -> {
                        ask(client, 1);
                        client.get("/api/health").send();
                    }))
                    .isEmpty();
        }
    }

    private static void ask(ContractClient client, int times) {
        for (int i = 0; i < times; i++) {
            client.get("/api/health").header("X-Forwarded-For", PLACE).send();
        }
    }
}
