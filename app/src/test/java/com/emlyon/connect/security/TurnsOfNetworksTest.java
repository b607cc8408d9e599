package com.emlyon.connect.security;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.HeldUpPasswords;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Logins from the many networks that one customer of a provider has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TurnsOfNetworksTest {

    private static final int CROWD = 40;
    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(), "--connect.passwords.cost=12", "--TRUSTED_PROXIES=127.0.0.1, ::1");
    private final ContractClient client = new ContractClient(node);

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void theyTakeTurnsWithAnotherCustomerAsOneDoes() throws IOException {
        // given
        Member pia = client.newMember("Pia One");
        String credentials = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(pia.email(), ContractClient.PASSWORD);
        List<Socket> crowd = new ArrayList<>();
        try (ExecutorService student = Executors.newVirtualThreadPerTaskExecutor();
                HeldUpPasswords heldUp = HeldUpPasswords.on(node)) {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(login(credentials, "2001:db8:7:%x::1".formatted(i)));
            }
            await().atMost(A_WHILE).until(() -> heldUp.waiting() == CROWD);
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                    () -> client.post("/api/auth/login")
                            .header("X-Forwarded-For", "2001:db8:8::1")
                            .json(credentials)
                            .send(),
                    student);
            await().atMost(A_WHILE).until(() -> heldUp.waiting() == CROWD + 1);

            // when
            heldUp.close();

            // then
            assertThat(answer.join()).hasStatus(200);
            assertThat(heldUp.waiting()).isGreaterThan(CROWD / 2);
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    private Socket login(String credentials, String address) throws IOException {
        Socket socket = new Socket(node.http().getHost(), node.http().getPort());
        socket.getOutputStream()
                .write(("POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: %s\r\n"
                                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
                        .formatted(address, credentials.length(), credentials)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
