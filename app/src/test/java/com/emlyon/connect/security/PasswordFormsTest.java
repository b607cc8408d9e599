package com.emlyon.connect.security;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCrypt;
import tools.jackson.databind.json.JsonMapper;

/** A password is the same however a keyboard composes it (RFC 8265, OpaqueString), and one that was hashed as it was typed stays good. */
class PasswordFormsTest {

    private static final String TYPED = "mot de passé à part";
    private static final String COMPOSED = Normalizer.normalize(TYPED, Form.NFC);
    private static final String DECOMPOSED = Normalizer.normalize(TYPED, Form.NFD);
    private static final String WITH_OTHER_BLANKS = COMPOSED.replace(' ', '\u00A0');
    private static final int BYTES_OF_BCRYPT = 72;

    private final TestNode node = TestNode.shared();
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");

    @Test
    void whateverFormItIsRegisteredInItIsProvenInEach() {
        for (String registered : new String[] {COMPOSED, DECOMPOSED, WITH_OTHER_BLANKS}) {
            String email = ContractClient.freshEmail();
            assertThat(register(email, registered)).hasStatus(201);
            for (String typed : new String[] {COMPOSED, DECOMPOSED, WITH_OTHER_BLANKS}) {
                assertThat(client.login(email, typed)).hasStatus(200);
            }
            assertThat(client.login(email, COMPOSED.replace("é", "e"))).hasStatus(401);
        }
    }

    @Test
    void itIsProvenInEachFormForAChangeAndForADeletion() {
        assertThat(change(ContractClient.PASSWORD, DECOMPOSED)).hasStatus(200);
        Answer changed = change(client.login(pia.email(), COMPOSED).string("/data/token"), COMPOSED, DECOMPOSED);
        assertThat(changed).hasStatus(200);

        assertThat(delete(changed.string("/data/token"), "faux")).hasStatus(403);
        assertThat(delete(changed.string("/data/token"), WITH_OTHER_BLANKS)).hasStatus(200);
    }

    /** Hashes of the original, and ours of before: of just the bytes that were typed. */
    @Test
    void aHashOfWhatWasTypedStaysGood() {
        keepHashOf(DECOMPOSED.getBytes(StandardCharsets.UTF_8));

        assertThat(client.login(pia.email(), COMPOSED)).hasStatus(401);
        String token = client.login(pia.email(), DECOMPOSED).string("/data/token");
        assertThat(delete(token, COMPOSED)).hasStatus(403);
        String next = change(token, DECOMPOSED, DECOMPOSED).string("/data/token");
        assertThat(client.login(pia.email(), COMPOSED))
                .as("hashed in its normal form now")
                .hasStatus(200);
        assertThat(delete(next, DECOMPOSED)).hasStatus(200);
    }

    /** The original has hashed the first 72 bytes, half a character at the end included. */
    @Test
    void aHashOfTheBeginningOfALongPasswordStaysGood() {
        String longOne = "a".repeat(BYTES_OF_BCRYPT - 1) + "é et plus";
        keepHashOf(Arrays.copyOf(longOne.getBytes(StandardCharsets.UTF_8), BYTES_OF_BCRYPT));

        assertThat(client.login(pia.email(), longOne)).hasStatus(200);
        assertThat(client.login(pia.email(), longOne + " ou moins")).hasStatus(200);
        assertThat(client.login(pia.email(), "a".repeat(BYTES_OF_BCRYPT - 1))).hasStatus(401);
    }

    /** D25 is about the bytes that are hashed; a letter that is composed has fewer of them, some others have more. */
    @ParameterizedTest
    @CsvSource({
        "e\u0301, 36, 201",
        "e\u0301, 37, 400",
        "\u0958, 12, 201",
        "\u0958, 13, 400",
        "'\u3000', 71, 201",
        "'\u3000', 72, 400"
    })
    void theBytesThatAreHashedAreCounted(String letter, int times, int status) {
        String password = (letter.equals("\u3000") ? "z" : "") + letter.repeat(times);

        assertThat(register(ContractClient.freshEmail(), password)).hasStatus(status);
        assertThat(change(ContractClient.PASSWORD, password)).hasStatus(status == 201 ? 200 : 400);
    }

    private Answer register(String email, String password) {
        return client.post("/api/auth/register")
                .json("{\"email\":\"%s\",\"password\":%s,\"name\":\"Pia\"}".formatted(email, json(password)))
                .send();
    }

    private Answer change(String present, String next) {
        return change(pia.token(), present, next);
    }

    private Answer change(String token, String present, String next) {
        return client.put("/api/users/me/password")
                .bearer(token)
                .json("{\"currentPassword\":%s,\"newPassword\":%s}".formatted(json(present), json(next)))
                .send();
    }

    private Answer delete(String token, String password) {
        return client.delete("/api/users/me")
                .bearer(token)
                .json("{\"password\":%s}".formatted(json(password)))
                .send();
    }

    private void keepHashOf(byte[] password) {
        assertThat(node.bean(JdbcClient.class)
                        .sql("UPDATE store.credential SET password_hash = ? WHERE account = ?")
                        .params(BCrypt.hashpw(password, BCrypt.gensalt("$2a", 4)), pia.id())
                        .update())
                .isEqualTo(1);
    }

    private static String json(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
