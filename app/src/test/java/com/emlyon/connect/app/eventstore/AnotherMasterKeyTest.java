package com.emlyon.connect.app.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.eventstore.personal.MasterKeyRefused;
import com.emlyon.platform.postgres.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How operators change the master key, and what happens to those who lose it. */
class AnotherMasterKeyTest {

    private static final String NEXT = "another master key of the tests that is as long as it should be";

    @Test
    void keysAreWrappedAnewAndNoFactIsTouched() {
        String database = TestPostgres.freshDatabaseUrl();
        Member pia;
        List<String> facts;
        // given
        try (TestNode before = TestNode.start(database)) {
            pia = new ContractClient(before).newMember("Pia One");
            facts = facts(before);
            assertThat(masters(before)).hasSize(1);
        }

        // when
        try (TestNode changing = TestNode.start(
                database, "--connect.master.secret=" + NEXT, "--connect.master.accepted[0]=" + TestNode.MASTER_KEY)) {
            assertThat(nameOf(changing, pia)).isEqualTo("Pia One");
            assertThat(masters(changing)).hasSize(1);
            assertThat(facts(changing)).isEqualTo(facts);
        }

        // then
        try (TestNode after = TestNode.start(database, "--connect.master.secret=" + NEXT)) {
            assertThat(nameOf(after, pia)).isEqualTo("Pia One");
            ContractClient client = new ContractClient(after);
            assertThat(client.login(pia.email(), ContractClient.PASSWORD).status())
                    .isEqualTo(200);
        }
        assertThatThrownBy(() -> TestNode.start(database))
                .hasRootCauseInstanceOf(MasterKeyRefused.class)
                .rootCause()
                .hasMessageContaining("MASTER_KEY");
    }

    private static String nameOf(TestNode node, Member member) {
        return new ContractClient(node).get("/api/users/me").as(member).send().string("/data/name");
    }

    private static List<String> facts(TestNode node) {
        return strings(node, "SELECT payload::text FROM store.fact ORDER BY position");
    }

    private static List<String> masters(TestNode node) {
        return strings(node, "SELECT master FROM store.person_key UNION SELECT master FROM store.key");
    }

    private static List<String> strings(TestNode node, String query) {
        return node.bean(JdbcClient.class)
                .sql(query)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
