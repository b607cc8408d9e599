package com.emlyon.connect.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.credentials.CredentialTable;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A login that has proven the former password while it is being changed leaves nobody logged in by it. */
class SessionRacesTest {

    private final TestNode node = TestNode.shared();
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");
    private final AccountId account = new AccountId(pia.id());
    private final PasswordHash former =
            node.bean(CredentialTable.class).hashOf(account).orElseThrow();

    @Test
    void aLoginThatComesWhileThePasswordIsBeingChangedIsRefused() throws SQLException {
        try (Connection change = node.bean(DataSource.class).getConnection();
                Statement statement = change.createStatement()) {
            // given
            change.setAutoCommit(false);
            statement.execute(
                    "UPDATE store.credential SET password_hash = 'other' WHERE account = '%s'".formatted(account));

            // when
            CompletableFuture<Optional<String>> login = CompletableFuture.supplyAsync(
                    () -> node.bean(Sessions.class).begin(account, former, "Phone"));
            awaitSomebodyWhoWaitsFor(change);
            change.commit();
            change.setAutoCommit(true);

            // then
            assertThat(login.join()).isEmpty();
        }
    }

    @Test
    void aLoginThatIsAboutToBeCommittedEndsWithTheChange() throws SQLException {
        try (Connection login = node.bean(DataSource.class).getConnection();
                Statement statement = login.createStatement()) {
            // given
            login.setAutoCommit(false);
            statement.execute("""
                    INSERT INTO store.session (id, account, started, valid_until)
                    SELECT 'late-%1$s', account, now(), now() + INTERVAL '1 day' FROM store.credential
                    WHERE account = '%1$s' FOR SHARE
                    """.formatted(account));

            // when
            CompletableFuture<Answer> change = CompletableFuture.supplyAsync(() -> client.put("/api/users/me/password")
                    .as(pia)
                    .json("{\"currentPassword\":\"lemotdepasse\",\"newPassword\":\"autremotdepasse\"}")
                    .send());
            awaitSomebodyWhoWaitsFor(login);
            login.commit();
            login.setAutoCommit(true);

            // then
            assertThat(change.join().status()).isEqualTo(200);
            assertThat(node.bean(Sessions.class).of(account))
                    .singleElement()
                    .satisfies(session -> assertThat(session.id().value()).doesNotStartWith("late-"));
        }
    }

    private void awaitSomebodyWhoWaitsFor(Connection connection) throws SQLException {
        int backend = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> node.bean(JdbcClient.class)
                                .sql("SELECT count(*) FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid))")
                                .param(backend)
                                .query(Long.class)
                                .single()
                        > 0);
    }
}
