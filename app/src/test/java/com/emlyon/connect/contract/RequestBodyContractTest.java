package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1: which bodies are read, and in which order a request is checked. */
@ContractTest
class RequestBodyContractTest {

    private static final int LIMIT_BYTES = 100 * 1024;
    private static final String BROKEN = "Corps de requête JSON invalide";
    private static final String TOO_LARGE = "request entity too large";
    private static final String EMPTY_LOGIN = "Email invalide, Le mot de passe est requis";

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");

    @Test
    void aFormIsReadLikeJson() {
        // when
        String email = ContractClient.freshEmail();
        Answer registered = client.post("/api/auth/register")
                .form("email=%s&password=lemotdepasse&name=Pia+Fl%%C3%%A9chette".formatted(urlEncoded(email)))
                .send();
        Answer loggedIn = client.post("/api/auth/login")
                .form("email=%s&password=lemotdepasse".formatted(urlEncoded(email)))
                .send();
        Answer event = client.post("/api/events")
                .as(pia)
                .form("title=Gala&description=Au+ch%C3%A2teau&date=2031-05-01T18%3A30%3A00.000Z")
                .send();

        // then
        assertThat(registered).hasStatus(201);
        assertThat(registered.string("/data/user/name")).isEqualTo("Pia Fléchette");
        assertThat(loggedIn).hasStatus(200);
        assertThat(event).hasStatus(201);
        assertThat(event.string("/data/description")).isEqualTo("Au château");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "application/json;charset=UTF-8", "Application/JSON"})
    void theJsonTypeMayNameItsCharset(String type) {
        Answer answer = client.put("/api/users/me")
                .as(pia)
                .body(type, BodyPublishers.ofString("{\"name\":\"Éléonore\"}"))
                .send();

        assertThat(answer).hasStatus(200);
        assertThat(answer.string("/data/name")).isEqualTo("Éléonore");
    }

    @Test
    void aMissingBodyIsAnEmptyObject() {
        assertThat(client.post("/api/auth/login").send()).isFailure(400, EMPTY_LOGIN);
        assertThat(client.post("/api/auth/login").json("").send()).isFailure(400, EMPTY_LOGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/octet-stream", "text/json"})
    void aBodyOfAnotherTypeIsAnEmptyObject(String type) {
        Answer answer = client.post("/api/auth/login")
                .body(type, BodyPublishers.ofString("{\"email\":\"a@emlyon.com\",\"password\":\"lemotdepasse\"}"))
                .send();

        assertThat(answer).isFailure(400, EMPTY_LOGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"email\":\"a@emlyon.com\",\"password\":\"lemotdepasse\"}]", "[1,2]", "{}"})
    void aJsonArrayIsAnObjectWithoutFields(String body) {
        assertThat(client.post("/api/auth/login").json(body).send()).isFailure(400, EMPTY_LOGIN);
    }

    @Test
    void unknownFieldsAreIgnored() {
        Answer answer = client.put("/api/users/me")
                .as(pia)
                .json("{\"inconnu\":{\"a\":[1,null]},\"name\":\"Pia One\",\"class\":\"x\",\"__proto__\":{}}")
                .send();

        assertThat(answer).hasStatus(200);
        assertThat(answer.string("/data/name")).isEqualTo("Pia One");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {
            {"email":
            {"email":"a@emlyon.com"
            {"email":"a@emlyon.com",}
            {'email':'a@emlyon.com'}
            {email:"a@emlyon.com"}
            {"email":NaN}
            {"a":01}
            {"email":"a@emlyon.com"} x
            {} {}
            [1,
            nope
            5
            "x"
            true
            null
            `  `
            """)
    void aBodyThatIsNoJsonObjectIsRefusedInFixedWords(String body) {
        assertThat(client.post("/api/auth/login").json(body).send()).isFailure(400, BROKEN);
    }

    @Test
    void aVeryDeepBodyIsRefusedAndNothingWorse() {
        String body = "[".repeat(20_000) + "]".repeat(20_000);

        assertThat(client.post("/api/auth/login").json(body).send()).isFailureInOwnWords(400);
    }

    @Test
    void aBodyOfExactlyTheLimitIsRead() {
        Answer answer = client.put("/api/users/me")
                .as(pia)
                .json(nameAndFiller(LIMIT_BYTES))
                .send();

        assertThat(answer).hasStatus(200);
        assertThat(answer.string("/data/name")).isEqualTo("Pia Grande");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        String body = nameAndFiller(LIMIT_BYTES + 1);

        assertThat(client.put("/api/users/me").as(pia).json(body).send()).isFailure(413, TOO_LARGE);
        assertThat(client.post("/api/auth/login").json(body).send()).isFailure(413, TOO_LARGE);
    }

    @Test
    void aBodyOverTheLimitIsRefusedEvenWhenItDoesNotTellItsLength() {
        byte[] body = nameAndFiller(LIMIT_BYTES + 1).getBytes(StandardCharsets.UTF_8);
        Answer answer = client.put("/api/users/me")
                .as(pia)
                .body("application/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .send();

        assertThat(answer).isFailure(413, TOO_LARGE);
    }

    @Test
    void aFormOverTheLimitIsRefused() {
        Answer answer = client.post("/api/auth/login")
                .form("email=" + "a".repeat(LIMIT_BYTES))
                .send();

        assertThat(answer).isFailure(413, TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/checkins",
        "POST, /api/events",
        "PUT, /api/events/x",
        "DELETE, /api/events/x",
        "PUT, /api/users/me"
    })
    void theBodyIsReadBeforeTheTokenIsChecked(String method, String path) {
        assertThat(client.call(method, path).json("{").send()).isFailure(400, BROKEN);
        assertThat(client.call(method, path).bearer("x.y.z").json("{").send()).isFailure(400, BROKEN);
        assertThat(client.call(method, path)
                        .json(nameAndFiller(LIMIT_BYTES + 1))
                        .send())
                .isFailure(413, TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/checkins", "POST, /api/events", "PUT, /api/users/me"})
    void theTokenIsCheckedBeforeTheFields(String method, String path) {
        assertThat(client.call(method, path).json("{\"name\":\"\"}").send()).isFailure(401, "Token non fourni");
        assertThat(client.call(method, path)
                        .bearer("x.y.z")
                        .json("{\"name\":\"\"}")
                        .send())
                .isFailure(401, "Token invalide");
    }

    @Test
    void theFieldsAreCheckedBeforeTheHandlerLooksForTheEvent() {
        Answer answer = client.put("/api/events/inconnu")
                .as(pia)
                .json("{\"date\":\"demain\"}")
                .send();

        assertThat(answer).isFailure(400, "Date invalide");
    }

    @Test
    void theAnswerIsNotABareEcho() {
        Answer answer =
                client.post("/api/auth/login").json("{\"email\":\"<script>\"").send();

        assertThat(answer.text()).doesNotContain("<script>");
    }

    private static String nameAndFiller(int bytes) {
        String opening = "{\"name\":\"Pia Grande\",\"filler\":\"";
        return opening + "x".repeat(bytes - opening.length() - 2) + "\"}";
    }

    private static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
