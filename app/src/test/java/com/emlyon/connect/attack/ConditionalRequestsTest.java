package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions and ranges, to the letter of RFC 9110, sections 13 and 14. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionalRequestsTest {

    private static final String FAILED = "La ressource n'est plus telle que vous la connaissez";

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");
    private final String event = client.newEvent(pia, "Gala", "2031-05-01");
    private final String picture = client.newAvatar(pia);
    private final Answer whole = client.get(picture).send();
    private final String pictureTag = whole.header("etag").orElseThrow();
    private final String pictureDate = whole.header("last-modified").orElseThrow();

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/me", "/API/Users/ME", "/Api/events/", "/api/health"})
    void headSaysWhatGetSaysInWhateverCase(String path) {
        Answer get = client.get(path).as(pia).send();
        if (!path.endsWith("health")) {
            assertThat(head(path).header("etag")).isEqualTo(get.header("etag")).isPresent();
        }
        assertThat(head(path).header("etag")).isPresent();
        assertThat(head(path)).hasStatus(200).hasNoBody();
        assertThat(head(path).header("content-length")).isEqualTo(get.header("content-length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/users/me", "/API/USERS/ME"})
    void whatIsKnownIsNotSentAgain(String path) {
        String tag = client.get(path).as(pia).send().header("etag").orElseThrow();

        for (String known : new String[] {tag, tag.substring(2), "*", "\"a,b\", " + tag, " * "}) {
            assertThat(get(path, "If-None-Match", known))
                    .as(known)
                    .hasStatus(304)
                    .hasNoBody();
            assertThat(head(path, "If-None-Match: " + known)).as(known).hasStatus(304);
        }
        for (String other : new String[] {"\"*\"", "\"x\"", "x", "W/\"\"", "\"" + tag}) {
            assertThat(get(path, "If-None-Match", other)).as(other).hasStatus(200);
        }
    }

    @Test
    void aConditionThatFailsIsSaid() {
        String tag = client.get("/api/users/me").as(pia).send().header("etag").orElseThrow();

        assertThat(get("/api/users/me", "If-Match", "*")).hasStatus(200);
        for (String other : new String[] {"\"x\"", tag, "\"*\"", "x"}) {
            assertThat(get("/api/users/me", "If-Match", other)).as(other).isFailure(412, FAILED);
            assertThat(head("/api/users/me", "If-Match: " + other))
                    .hasStatus(412)
                    .hasNoBody();
        }
        assertThat(client.get("/api/users/me")
                        .as(pia)
                        .header("If-Match", "\"x\"")
                        .header("If-None-Match", "*")
                        .send())
                .isFailure(412, FAILED);
    }

    @Test
    void aConditionComesAfterWhatIsWrongAnyway() {
        assertThat(client.get("/api/users/me").header("If-Match", "\"x\"").send())
                .isFailure(401, "Token non fourni");
        assertThat(get("/api/events/nope", "If-Match", "\"x\"")).isFailure(404, "Événement introuvable");
        assertThat(get("/api/events/nope", "If-None-Match", "*")).hasStatus(404);
        assertThat(client.put("/api/users/me")
                        .header("If-Match", "\"x\"")
                        .json("{}")
                        .send())
                .isFailure(401, "Token non fourni");
    }

    /** No tag of ours is strong, so a client that names one cannot be sure of anything. */
    @Test
    void nothingIsChangedOnAConditionThatFails() {
        String tag =
                client.get("/api/events/" + event).as(pia).send().header("etag").orElseThrow();

        assertThat(rename(client.put("/api/events/" + event), tag)).isFailure(412, FAILED);
        assertThat(client.delete("/api/events/" + event)
                        .as(pia)
                        .header("If-Match", "\"x\"")
                        .send())
                .isFailure(412, FAILED);
        assertThat(client.get("/api/events/" + event).as(pia).send().string("/data/title"))
                .isEqualTo("Gala");
        assertThat(rename(client.put("/api/events/" + event), "*")).hasStatus(200);
    }

    /** They would overwrite what is there, and the client wants nothing to be there. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void whatExistsIsNotChangedWhereNothingMayExist(String method) {
        assertThat(client.call(method, "/api/events/" + event)
                        .as(pia)
                        .header("If-None-Match", "*")
                        .send())
                .isFailure(412, FAILED);
    }

    @Test
    void aDateIsNotLookedAtBesideATag() {
        assertThat(client.get(picture)
                        .header("If-Match", "*")
                        .header("If-Unmodified-Since", earlier())
                        .send())
                .hasStatus(200);
        assertThat(client.get(picture)
                        .header("If-Match", pictureTag)
                        .header("If-Unmodified-Since", earlier())
                        .header("Range", "bytes=0-9")
                        .send())
                .hasStatus(206);
    }

    @Test
    void aPictureIsSentOnItsConditions() {
        for (String known : new String[] {pictureTag, "*", "W/" + pictureTag}) {
            assertThat(client.get(picture).header("If-None-Match", known).send())
                    .as(known)
                    .hasStatus(304)
                    .hasNoBody();
        }
        assertThat(client.get(picture).header("If-Match", pictureTag).send()).hasStatus(200);
        assertThat(client.get(picture).header("If-Match", "*").send()).hasStatus(200);
        assertThat(client.get(picture).header("If-Match", "W/" + pictureTag).send())
                .isFailure(412, FAILED);
        assertThat(client.get(picture)
                        .header("If-Match", "\"x\"")
                        .header("Range", "bytes=0-9")
                        .send())
                .isFailure(412, FAILED);
        assertThat(client.get(picture).header("If-Unmodified-Since", earlier()).send())
                .isFailure(412, FAILED);
        assertThat(client.get(picture)
                        .header("If-Unmodified-Since", pictureDate)
                        .send())
                .hasStatus(200);
        assertThat(client.get(picture).header("If-Unmodified-Since", "demain").send())
                .hasStatus(200);
        assertThat(client.get(picture)
                        .header("If-None-Match", "\"x\"")
                        .header("If-Modified-Since", pictureDate)
                        .send())
                .hasStatus(200);
        assertThat(client.raw().send("HEAD", picture, "If-None-Match: *")).hasStatus(304);
        assertThat(client.raw().send("HEAD", picture).header("etag")).contains(pictureTag);
        assertThat(client.get(picture.replace("/uploads/avatars/", "/Uploads/AVATARS/"))
                        .send()
                        .header("etag"))
                .contains(pictureTag);
    }

    @Test
    void aRangeIsServedOfThePictureThatTheClientKnows() {
        for (String same : new String[] {pictureTag, pictureDate}) {
            Answer part = ranged("bytes=0-9", "If-Range", same);
            assertThat(part).as(same).hasStatus(206);
            assertThat(part.bytes()).isEqualTo(Arrays.copyOf(whole.bytes(), 10));
        }
        for (String other : new String[] {"\"x\"", "W/" + pictureTag, earlier(), "demain", "*"}) {
            Answer all = ranged("bytes=0-9", "If-Range", other);
            assertThat(all)
                    .as(other)
                    .hasStatus(200)
                    .hasHeader("Accept-Ranges", "bytes")
                    .hasHeader("ETag", pictureTag);
            assertThat(all.bytes()).isEqualTo(whole.bytes());
        }
        assertThat(ranged("bytes=999999-", "If-Range", "\"x\"")).hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pages=1-2        | 200
            items=0-9        | 200
            x                | 200
            bytes            | 200
            bytes=0-0        | 206
            bytes=-5         | 206
            bytes=0-0,2-3    | 206
            bytes=0-,0-      | 200
            bytes=0-0,99999- | 200
            bytes=99999-     | 416
            bytes=99999-,-0  | 416
            """)
    void aRangeIsServedOrIgnoredAndRefusedWhereNothingOfItExists(String range, int status) {
        Answer answer = client.get(picture).header("Range", range).send();

        assertThat(answer).hasStatus(status);
        if (status == 200) {
            assertThat(answer.bytes()).isEqualTo(whole.bytes());
            assertThat(answer).hasHeader("Content-Type", "image/png");
        }
    }

    @Test
    void headKnowsNoRange() {
        assertThat(client.raw().send("HEAD", picture, "Range: bytes=0-9"))
                .hasStatus(200)
                .hasHeader("Content-Length", Integer.toString(whole.bytes().length));
        assertThat(client.raw().send("HEAD", picture, "Range: bytes=999999-")).hasStatus(200);
    }

    private String earlier() {
        return ZonedDateTime.parse(pictureDate, DateTimeFormatter.RFC_1123_DATE_TIME)
                .minusSeconds(1)
                .format(DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private Answer ranged(String range, String condition, String value) {
        return client.get(picture)
                .header("Range", range)
                .header(condition, value)
                .send();
    }

    private Answer rename(Call call, String tag) {
        return call.as(pia).header("If-Match", tag).json("{\"title\":\"Bal\"}").send();
    }

    private Answer get(String path, String header, String value) {
        return client.get(path).as(pia).header(header, value).send();
    }

    private Answer head(String path, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Authorization: Bearer " + pia.token();
        return client.raw().send("HEAD", path, all);
    }
}
