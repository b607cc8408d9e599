package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.TokenForge;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that name another algorithm, key or way to read them than ours; simpler ones are in {@code TokenContractTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedTokensTest {

    private static final String OURS = TestNode.JWT_SECRET;
    private static final String THEIRS = "a key that somebody has made up for themselves";
    private static final int LONGEST_ADDRESS = 4_000;
    private static final String HS256 = "{\"alg\":\"HS256\"}";

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");
    private final String claims =
            TokenForge.claims(pia.id(), Instant.now(), Instant.now().plusSeconds(3_600));
    private int number;

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "None", "NONE", "nOnE", "none ", "", "null", "HS256", "RS256", "ES256", "EdDSA", "dir"})
    void withoutASignatureNoAlgorithmHelps(String algorithm) {
        String header = "{\"alg\":\"%s\"}".formatted(algorithm);

        isRefused(part(header) + "." + part(claims) + ".");
        isRefused(part(header) + "." + part(claims));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"hs256\"}",
                "{\"alg\":\"RS256\"}",
                "{\"alg\":\"ES256\"}",
                "{\"alg\":\"PS256\"}",
                "{\"alg\":\"EdDSA\"}",
                "{\"alg\":\"HS1\"}",
                "{\"alg\":[\"HS256\"]}",
                "{\"alg\":null}",
                "{}",
                "{\"alg\":\"HS256\",\"alg\":\"none\"}",
                "{\"alg\":\"HS256\",\"zip\":\"DEF\"}",
                "{\"alg\":\"HS256\",\"zip\":\"GZIP\"}",
                "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}",
                "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"HS256\",\"crit\":[\"unheard of\"],\"unheard of\":1}",
                "[]",
                "\"HS256\""
            })
    void aHeaderThatIsNotOursIsRefusedEvenUnderOurSignature(String header) {
        isRefused(signed(header, claims, OURS));
    }

    @ParameterizedTest
    @MethodSource
    void theTokenDoesNotSayWithWhichKeyItIsRead(String member) {
        isRefused(signed("{\"alg\":\"HS256\"," + member + "}", claims, THEIRS));
    }

    static Stream<String> theTokenDoesNotSayWithWhichKeyItIsRead() {
        return Stream.of(
                "\"kid\":\"theirs\"",
                "\"kid\":\"../../../../dev/null\"",
                "\"kid\":\"' UNION SELECT '%s\"".formatted(THEIRS),
                "\"jwk\":{\"kty\":\"oct\",\"k\":\"%s\"}".formatted(part(THEIRS)),
                "\"jku\":\"http://127.0.0.1:1/keys\"",
                "\"x5u\":\"http://127.0.0.1:1/certificate\"",
                "\"x5c\":[\"%s\"]".formatted(part(THEIRS)));
    }

    @Test
    void anEmptyKeyIsNotOurs() throws Exception {
        isRefused(signed(HS256, claims, "\0"));
    }

    @Test
    void aPublicKeyIsNoSecretAndAPrivateOneIsNotOurs() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2_048);
        KeyPair pair = keys.generateKeyPair();
        String content = part("{\"alg\":\"RS256\"}") + "." + part(claims);
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign(pair.getPrivate());
        rsa.update(content.getBytes(StandardCharsets.US_ASCII));

        isRefused(content + "." + base64(rsa.sign()));
        isRefused(signed(HS256, claims, new String(pair.getPublic().getEncoded(), StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"userId\":\"ID\",\"exp\":1e300}",
                "{\"userId\":\"ID\",\"exp\":99999999999999999999}",
                "{\"userId\":\"ID\",\"exp\":9223372036854775807}",
                "{\"userId\":\"ID\",\"exp\":-1}",
                "{\"userId\":\"ID\",\"exp\":{}}",
                "{\"userId\":\"ID\",\"exp\":null}",
                "{\"userId\":[\"ID\"],\"exp\":4102444800}",
                "{\"userId\":\"ID\\u0000\",\"exp\":4102444800}",
                "{\"userId\":\"\",\"exp\":4102444800}",
                "{\"userId\":\"\\ud800\",\"exp\":4102444800}",
                "{\"userId\":\"ID\",\"exp\":4102444800,\"nbf\":4102444700}",
                "{\"userId\":\"ID\",\"exp\":4102444800,\"sid\":\"\\u0000\",\"iss\":\"emlyon-connect\",\"aud\":\"emlyon-connect\"}",
                "{\"userId\":\"ID\",\"userId\":\"nobody\",\"exp\":4102444800}",
                "{\"userId\":\"ID\",\"exp\":4102444800,\"exp\":1}",
                "{\"userid\":\"ID\",\"exp\":4102444800}",
                "[\"ID\"]",
                "\"ID\"",
                "",
                "{"
            })
    void claimsThatCannotBeMeantAreRefusedEvenUnderOurSignature(String payload) {
        isRefused(signed(HS256, payload.replace("ID", pia.id()), OURS));
    }

    @Test
    void howeverLongOrDeepItIsItIsRefused() {
        isRefused("a".repeat(7_000));
        isRefused(".".repeat(7_000));
        isRefused(pia.token() + ".x");
        isRefused("a.b.c.d.e");
        isRefused(pia.token() + "," + pia.token());
        isRefused(signed(HS256, "[".repeat(3_000), OURS));
        isRefused(signed("{\"alg\":\"HS256\",\"x\":" + "[".repeat(900) + "]".repeat(900) + "}", claims, OURS));
        assertThat(client.get("/api/users/me").bearer("a".repeat(20_000)).send().status())
                .isEqualTo(431);
    }

    @Test
    void ofTwoHeadersTheFirstCountsAndNoneIsSearchedForATokenThatFits() {
        String good = "Authorization: Bearer " + pia.token();

        assertThat(client.raw().send("GET", "/api/users/me", "Authorization: Bearer x", good))
                .isFailure(401, "Token invalide");
        assertThat(client.raw().send("GET", "/api/users/me", "Authorization: Basic eDp5", good))
                .isFailure(401, "Token non fourni");
    }

    /** RFC 7515, section 2: base64url without padding or anything else; RFC 4648, section 3.5: unused bits are zero. */
    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void aSignatureHasOneSpelling(String algorithm) {
        String token = client.forge().signed(algorithm, claims, OURS);
        assertThat(client.get("/api/users/me").bearer(token).send()).hasStatus(200);

        for (String more : List.of("A", "AA", "AAA", "AAAA", "-", "_", "=", "==", "*", "!x", "%")) {
            isRefusedOverHttp(token + more);
        }
        isRefusedOverHttp(" " + token);
        isRefusedOverHttp(token.substring(0, token.length() - 5) + " " + token.substring(token.length() - 5));
        isRefusedOverHttp(token.substring(0, token.length() - 5) + "=" + token.substring(token.length() - 5));
        for (int change = 1; change < 16; change++) {
            isRefusedOverHttp(withLastCharacterChanged(token, change));
        }
    }

    @Test
    void aSignatureThatOnlyLooksTheSameOpensNoFeed() {
        String token = pia.token();

        isRefused(token + "AA");
        isRefused(token + "%20");
        isRefused(withLastCharacterChanged(token, 1));
    }

    @Test
    void aSignatureIsNotWrittenInTheOtherBase64() {
        String token = Stream.generate(() -> signed(HS256, withNumber(claims), OURS))
                .filter(made -> made.substring(made.lastIndexOf('.')).matches(".*[-_].*"))
                .findFirst()
                .orElseThrow();
        assertThat(client.get("/api/users/me").bearer(token).send()).hasStatus(200);

        int signature = token.lastIndexOf('.');
        isRefusedOverHttp(token.substring(0, signature)
                + token.substring(signature).replace('-', '+').replace('_', '/'));
    }

    @Test
    void aHeaderAndClaimsHaveOneSpellingEvenUnderOurSignature() {
        String header = part("{\"alg\":\"HS256\" }");
        isAccepted(signedAsWritten(header + "." + part(claims)));

        isRefusedOverHttp(signedAsWritten(header + "=." + part(claims)));
        isRefusedOverHttp(signedAsWritten(header + "." + part(claims) + "*"));
        isRefusedOverHttp(signedAsWritten(withLastCharacterChanged(part(HS256 + " "), 1) + "." + part(claims)));
    }

    private void isAccepted(String token) {
        assertThat(client.get("/api/users/me").bearer(token).send()).as(token).hasStatus(200);
    }

    private void isRefusedOverHttp(String token) {
        assertThat(client.get("/api/users/me").bearer(token).send()).as(token).isFailure(401, "Token invalide");
    }

    /** The token with other bits at the end of its last character, some of which may stand for nothing. */
    private static String withLastCharacterChanged(String token, int bits) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = token.length() - 1;
        return token.substring(0, last) + alphabet.charAt(alphabet.indexOf(token.charAt(last)) ^ bits);
    }

    private String withNumber(String payload) {
        number++;
        return payload.replace("}", ",\"number\":%d}".formatted(number));
    }

    private void isRefused(String token) {
        Answer answer = client.get("/api/users/me").bearer(token).send();

        assertThat(answer).as(token).isFailure(401, "Token invalide");
        if (token.length() < LONGEST_ADDRESS) {
            try (Feed feed = client.openFeed(token)) {
                assertThat(feed.awaitClosing().reason()).isEqualTo("Token invalide");
            }
        }
    }

    private static String signed(String header, String payload, String key) {
        return signedAsWritten(part(header) + "." + part(payload), key);
    }

    private static String signedAsWritten(String content) {
        return signedAsWritten(content, OURS);
    }

    private static String signedAsWritten(String content, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
