package com.emlyon.connect.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.HeldUpPasswords;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logins whose clients close the connection before it is their turn. */
class GoneClientsTest {

    private static final int LOGINS = 120;
    private static final int OTHERS = 8;
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final TestNode node = TestNode.sharedWithUsualHashes();
    private final ContractClient client = new ContractClient(node);

    @Test
    void aClientThatHasGoneWaitsForItsTurnNoLonger() throws IOException {
        Member pia = client.newMember("Pia One");
        try (HeldUpPasswords heldUp = HeldUpPasswords.on(node)) {
            // given
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < LOGINS; i++) {
                sockets.add(login(
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(pia.email(), ContractClient.PASSWORD)));
            }
            await().atMost(A_WHILE).until(() -> heldUp.waiting() == LOGINS);

            // when
            for (Socket socket : sockets) {
                socket.close();
            }

            // then
            await().atMost(A_WHILE).until(() -> heldUp.waiting() == 0);
        }
        assertThat(client.login(pia.email(), ContractClient.PASSWORD).status()).isEqualTo(200);
    }

    /** The check reads ahead, and what it has read belongs to the next request. */
    @Test
    void aRequestBehindOneThatWaitsIsAnsweredToo() throws IOException {
        Member pia = client.newMember("Pia One");
        String credentials = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(pia.email(), ContractClient.PASSWORD);
        List<Socket> others = new ArrayList<>();
        try (HeldUpPasswords heldUp = HeldUpPasswords.on(node)) {
            for (int i = 0; i < OTHERS; i++) {
                others.add(login(credentials));
            }
            await().atMost(A_WHILE).until(() -> heldUp.waiting() == OTHERS);
            try (Socket socket = login(credentials)) {
                await().atMost(A_WHILE).until(() -> heldUp.waiting() == OTHERS + 1);
                send(socket, "GET /api/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                // The others come first, so that it waits for several checks.
                heldUp.close();
                String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
            }
        }
        for (Socket socket : others) {
            socket.close();
        }
    }

    private Socket login(String credentials) throws IOException {
        Socket socket = new Socket(node.http().getHost(), node.http().getPort());
        send(
                socket,
                "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(credentials.length(), credentials));
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
