package com.emlyon.connect.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.database.TestPostgres;
import com.emlyon.connect.app.security.Sweep;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has expired is not kept. */
class SweepTest {

    @Test
    void sessionsThatHaveExpiredAreForgottenAndNoOthers() {
        TestClock clock = new TestClock();
        try (TestNode node = TestNode.start(clock, TestPostgres.freshDatabaseUrl())) {
            // given
            ContractClient client = new ContractClient(node);
            Member pia = client.newMember("Pia One");
            clock.advance(Duration.ofDays(6));
            client.login(pia.email(), ContractClient.PASSWORD);
            node.bean(Sweep.class).sweep();
            assertThat(sessions(node)).isEqualTo(2);

            // when
            clock.advance(Duration.ofDays(2));
            node.bean(Sweep.class).sweep();

            // then
            assertThat(sessions(node)).isEqualTo(1);
        }
    }

    private static long sessions(TestNode node) {
        return node.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM store.session")
                .query(Long.class)
                .single();
    }
}
