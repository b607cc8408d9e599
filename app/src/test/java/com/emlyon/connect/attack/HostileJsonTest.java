package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no mistakes of an honest client any more; more of them in {@code RequestBodyContractTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileJsonTest {

    private static final int LIMIT_BYTES = 100 * 1024;
    private static final String BROKEN = "Corps de requête JSON invalide";
    private static final Set<String> NUMBERS = Set.of("latitude", "longitude");

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");
    private final String event = client.newEvent(pia, "Gala", "2031-05-01");

    static Stream<Arguments> textFields() {
        return Route.of(TestNode.shared()).stream()
                .flatMap(route -> route.fields().stream()
                        .filter(field -> !NUMBERS.contains(field))
                        .map(field -> Arguments.of(route, field)));
    }

    @ParameterizedTest
    @MethodSource("textFields")
    void noTextTakesWhatCannotBeStored(Route route, String field) {
        for (String value : List.of(
                "\"\\u0000\"",
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"a\\udfff\\ud800b\"",
                "{}",
                "[]",
                "[\"a\"]",
                "{\"set\":\"a\"}",
                "{\"$ne\":null}")) {
            Answer answer = client.call(route.method(), route.pathTo(event))
                    .as(pia)
                    .json("{\"%s\":%s}".formatted(field, value))
                    .send();

            assertThat(answer.status()).as("%s: %s", field, value).isEqualTo(400);
            assertThat(Json.parse(answer.text()).propertyNames()).containsExactly("success", "message");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":", "[[],"})
    void howeverDeepItIsTheAnswerIsQuick(String opening) {
        String body = opening.repeat(LIMIT_BYTES / opening.length());

        assertThat(client.post("/api/auth/login").json(body).send()).isFailure(400, BROKEN);
        assertThat(client.get("/api/health").send()).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e400",
                "1E+2147483648",
                "1e2147483647",
                "91",
                "-90.0000001",
                "1e99999999999999999999"
            })
    void aNumberThatIsNowhereOnEarthIsNoLatitude(String number) {
        assertThat(checkIn(number)).isFailure(400, "Latitude invalide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "-0", "0e999", "1e-400", "90", "4.9E-324", "45.00000000000000000001"})
    void aNumberThatIsSomewhereIsShown(String number) {
        assertThat(checkIn(number)).hasStatus(201);
        assertThat(client.get("/api/checkins").as(pia).send()).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 50_000})
    void aNumberOfThousandsOfDigitsIsNotReadAtAll(int digits) {
        assertThat(checkIn("9".repeat(digits))).isFailure(400, BROKEN);
        assertThat(checkIn("0." + "1".repeat(digits))).isFailure(400, BROKEN);
    }

    @Test
    void ofAFieldThatComesTwiceTheLastCounts() {
        Answer answer = client.put("/api/users/me")
                .as(pia)
                .json("{\"name\":\"Max\",\"n\\u0061me\":\"Pia Two\"}")
                .send();

        assertThat(answer.string("/data/name")).isEqualTo("Pia Two");
    }

    @Test
    void ofAFormFieldThatComesTwiceNoneCounts() {
        assertThat(client.put("/api/users/me").as(pia).form("name=Max&name=Pia").send())
                .isFailure(400, "Le nom ne peut pas être vide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void jsonComesInAnyUnicode(String charset) {
        assertThat(rename("{\"name\":\"Éléonore\"}".getBytes(Charset.forName(charset)), "application/json"))
                .hasStatus(200);
        assertThat(rename("\uFEFF{\"name\":\"Éléonore\"}".getBytes(StandardCharsets.UTF_8), "application/json"))
                .hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "IBM037", "UTF-7"})
    void andInNothingElseWhateverItCallsItself(String charset) {
        byte[] latin = "{\"name\":\"Éléonore\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(rename(latin, "application/json; charset=" + charset)).isFailure(400, BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not zipped", "\u001F\u008B", "\u001F\u008B\b\0\0\0\0\0\0\0 and no more"})
    void whatOnlyCallsItselfZippedIsBroken(String body) {
        for (String target : List.of("/api/users/me", "/api/auth/login", "/api/nope")) {
            assertThat(client.put(target)
                            .as(pia)
                            .header("Content-Encoding", "gzip")
                            .body("application/json", BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                            .send())
                    .isFailure(400, BROKEN);
        }
    }

    @Test
    void whatUnpacksToMoreThanTheLimitIsNotUnpacked() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(new byte[50_000_000]);
        }
        byte[] cutOff = Arrays.copyOf(bomb.toByteArray(), LIMIT_BYTES - 1);

        assertThat(client.put("/api/users/me")
                        .as(pia)
                        .header("Content-Encoding", "gzip")
                        .body("application/json", BodyPublishers.ofByteArray(cutOff))
                        .send())
                .isFailure(413, "request entity too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "a=%", "=x", "a=%C3", "upcoming=%ED%A0%80", "%00%"})
    void aQueryThatCannotBeReadIsTheClientsMistake(String query) {
        assertThat(client.raw().send("GET", "/api/events?" + query, "Authorization: Bearer " + pia.token()))
                .isFailure(400, "Requête invalide");
        assertThat(client.raw().handshake("/ws?" + query)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/events;%", "/api/events;x=%zz", "/api/;%C3/events", "/uploads/avatars/x;%", "/;%", "/ws;%"
            })
    void soIsAPathWithAParameterThatCannotBeRead(String path) {
        assertThat(client.raw().send("GET", path, "Authorization: Bearer " + pia.token()))
                .isFailure(400, "Requête invalide");
    }

    @Test
    void soIsOneOfThousandsOfParameters() {
        String query = "a&".repeat(1_500);

        assertThat(client.get("/api/events?" + query).as(pia).send()).isFailure(400, "Requête invalide");
        assertThat(client.raw().handshake("/ws?" + query)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "0000",
                "0000-12-31T23:59:59-18:00",
                "0001-01-01",
                "1582-10-14T23:59:59.999Z",
                "1582-10-15",
                "9999-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59-18:00",
                "9999-12-31T23:59:59-00:01",
                "0000-12-31T23:59:59.999Z"
            })
    void noDateOfAnEventIsMoreThanTheViewsCanHold(String date) {
        // when
        Answer answer = client.post("/api/events")
                .as(pia)
                .json("{\"title\":\"Gala\",\"description\":\"Au parc\",\"date\":\"%s\"}".formatted(date))
                .send();

        // then
        if (answer.status() == 201) {
            assertThat(answer.header("X-View")).isEmpty();
            assertThat(client.get("/api/events/" + answer.string("/data/id"))
                            .as(pia)
                            .send()
                            .at("/data/date"))
                    .isEqualTo(answer.at("/data/date"));
        } else {
            assertThat(answer).isFailure(400, "Date invalide");
            assertThat(client.put("/api/events/" + event)
                            .as(pia)
                            .json("{\"date\":\"%s\"}".formatted(date))
                            .send())
                    .isFailure(400, "Date invalide");
        }
    }

    private Answer checkIn(String latitude) {
        return client.post("/api/checkins")
                .as(pia)
                .json("{\"locationName\":\"Bar du Port\",\"latitude\":%s,\"longitude\":4.83}".formatted(latitude))
                .send();
    }

    private Answer rename(byte[] body, String type) {
        return client.put("/api/users/me")
                .as(pia)
                .body(type, BodyPublishers.ofByteArray(body))
                .send();
    }
}
