package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of others in the browser of a student who is logged in; what pages of ours may is in the contract tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherOriginsTest {

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://evil.example",
                "http://localhost",
                "http://localhost:3000.evil.example",
                "http://localhost:3000@evil.example",
                "http://evil.example/http://localhost:3000",
                "http://evil.example#http://localhost:3000",
                "http://xlocalhost:3000",
                "http://localhost.evil.example:3000",
                "http://127.0.0.1:3000",
                "http://[::1]:3000",
                "http://LOCALHOST:3000",
                "http://localhost:3000/",
                "http://localhost:3000,http://evil.example",
                "http://evil.example,http://localhost:3000",
                "http://localhost:3000 http://evil.example",
                "https://localhost:3000",
                "ws://localhost:3000",
                "file://",
                "chrome-extension://abcdefghijklmnop",
                "*",
                ""
            })
    void noSocketOpensToThemAndNoAnswerIsReadable(String origin) {
        String line = "Origin: " + origin;

        for (String feed : new String[] {"/ws?token=", "/ws/admin?token="}) {
            Answer handshake = client.raw().handshake(feed + pia.token(), line);
            assertThat(handshake).hasStatus(403);
            assertThat(handshake.header("Access-Control-Allow-Origin")).isEmpty();
        }
        Answer read = client.raw().send("GET", "/api/users/me", line, "Authorization: Bearer " + pia.token());
        Answer preflight = client.raw().send("OPTIONS", "/api/users/me", line, "Access-Control-Request-Method: PUT");
        assertThat(read.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aTicketIsNoWayInForThemEither() {
        String ticket = client.newTicket(pia.token());

        assertThat(client.raw().handshake("/ws?ticket=" + ticket, "Origin: null"))
                .hasStatus(403);
        assertThat(client.raw().handshake("/ws?ticket=" + ticket)).hasStatus(101);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=TOKEN",
                "Authorization=Bearer TOKEN",
                "JSESSIONID=TOKEN",
                "__Host-token=TOKEN; SESSION=TOKEN"
            })
    void whatABrowserSendsByItselfIsNotTrusted(String cookie) {
        String line = "Cookie: " + cookie.replace("TOKEN", pia.token());

        Answer answer = client.raw().send("GET", "/api/users/me", line);

        assertThat(answer).isFailure(401, "Token non fourni");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(client.login(pia.email(), ContractClient.PASSWORD).header("Set-Cookie"))
                .isEmpty();
    }
}
