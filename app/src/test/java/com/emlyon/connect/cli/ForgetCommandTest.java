package com.emlyon.connect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.database.TestPostgres;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code forget}, beside a running service. */
class ForgetCommandTest {

    @Test
    void accountsGoAsIfTheirHoldersHadDeletedThem() {
        String database = TestPostgres.freshDatabaseUrl();
        try (TestNode node = TestNode.start(database)) {
            // given
            ContractClient client = new ContractClient(node);
            Member pia = client.newMember("Pia One");
            Member max = client.newMember("Max Two");
            client.newCheckIn(pia, "Le Sucre");
            String nobody = UUID.randomUUID().toString();

            // when
            Ran ran = Ran.on(database, "forget", pia.id(), nobody);

            // then
            assertThat(ran)
                    .isEqualTo(new Ran(
                            1, "%s is forgotten%n".formatted(pia.id()), "There is no account %s%n".formatted(nobody)));
            assertThat(client.get("/api/users/me").as(pia).send().status()).isEqualTo(401);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(
                                    client.get("/api/checkins").as(max).send().text())
                            .doesNotContain(pia.id()));
            assertThat(node.bean(JdbcClient.class)
                            .sql("SELECT actor || ' ' || subject FROM store.audit WHERE kind = 'ACCOUNT_DELETED'")
                            .query((row, number) -> row.getString(1))
                            .list())
                    .containsExactly("operator " + pia.id());
        }
    }
}
