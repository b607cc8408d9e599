package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ContractTest
class UploadsContractTest {

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final Member max = client.newMember("Max Two");
    private final String picture = client.newAvatar(pia);

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("a.png", "image/png", Pictures.png(), "image/png"),
                Arguments.of("a.jpg", "image/jpeg", Pictures.jpeg(), "image/jpeg"),
                Arguments.of("a.gif", "image/gif", Pictures.gif(), "image/gif"),
                Arguments.of("a.webp", "image/webp", Pictures.webp(), "image/jpeg"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("pictures")
    void aPictureIsServedToAnybodyUnderItsType(String fileName, String type, byte[] content, String served)
            throws IOException {
        // given
        String url = client.post("/api/users/me/avatar")
                .as(max)
                .multipart(Multipart.avatar(fileName, type, content))
                .send()
                .string("/data/avatarUrl");

        // when
        Answer answer = client.get(url).send();

        // then
        assertThat(answer)
                .hasStatus(200)
                .hasHeader("Content-Type", served)
                .hasHeader("Content-Length", Integer.toString(answer.bytes().length))
                .hasHeader("Cache-Control", "public, max-age=0")
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(answer.header("etag").orElseThrow()).matches("(W/)?\"[^\"]+\"");
        assertThat(lastModified(answer)).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.bytes()))).isNotNull();
    }

    /** RFC 9110, section 13.2.2. */
    @Test
    void aConditionOnTheTagOutweighsOneOnTheTime() {
        String tag = client.get(picture).send().header("etag").orElseThrow();

        assertThat(client.get(picture)
                        .header("If-Match", tag)
                        .header("If-Unmodified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")
                        .send())
                .hasStatus(200);
    }

    @Test
    void anUnchangedPictureIsNotSentAgain() {
        Answer first = client.get(picture).send();

        Answer byTag = client.get(picture)
                .header("If-None-Match", first.header("etag").orElseThrow())
                .send();
        Answer byTime = client.get(picture)
                .header("If-Modified-Since", first.header("last-modified").orElseThrow())
                .send();

        assertThat(byTag).hasStatus(304).hasNoBody();
        assertThat(byTime).hasStatus(304).hasNoBody();
    }

    @Test
    void aRangeIsServed() {
        byte[] whole = client.get(picture).send().bytes();

        Answer start = client.get(picture).header("Range", "bytes=0-9").send();
        Answer end = client.get(picture).header("Range", "bytes=-5").send();
        Answer beyond = client.get(picture)
                .header("Range", "bytes=%d-".formatted(whole.length))
                .send();

        assertThat(start)
                .hasStatus(206)
                .hasHeader("Content-Range", "bytes 0-9/%d".formatted(whole.length))
                .hasHeader("Content-Type", "image/png");
        assertThat(start.bytes()).isEqualTo(Arrays.copyOf(whole, 10));
        assertThat(end).hasStatus(206);
        assertThat(end.bytes()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 5, whole.length));
        assertThat(beyond).hasStatus(416);
    }

    @Test
    void headTellsTheSizeWithoutTheBody() {
        Answer get = client.get(picture).send();

        Answer head = client.raw().send("HEAD", picture);

        assertThat(head)
                .hasStatus(200)
                .hasNoBody()
                .hasHeader("Content-Type", "image/png")
                .hasHeader("Content-Length", Integer.toString(get.bytes().length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/uploads/avatars/avatar-1-2.png",
                "/uploads/nope",
                "/uploads/avatars/",
                "/uploads/avatars",
                "/uploads/",
                "/uploads"
            })
    void aMissingFileOrADirectoryIsAnsweredAsJson(String path) {
        assertThat(client.get(path).send()).isFailure(404, "Route introuvable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void picturesCanOnlyBeRead(String method) {
        assertThat(client.call(method, picture).as(pia).send()).isFailure(404, "Route introuvable");
        assertThat(client.get(picture).send()).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/uploads/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd",
                "/uploads/avatars/..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2Fetc%2Fpasswd",
                "/uploads/..%5c..%5c..%5c..%5cetc%5cpasswd",
                "/uploads/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/uploads/../../../../../../../../etc/passwd",
                "/uploads/%252e%252e%252f%252e%252e%252fetc%252fpasswd",
                "/uploads/..;/..;/..;/etc/passwd",
                "/uploads//etc/passwd",
                "/uploads/%2Fetc%2Fpasswd",
                "/uploads/avatars/%00"
            })
    void noPathLeadsOutOfTheUploads(String target) {
        Answer answer = client.raw().send("GET", target);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.text()).doesNotContain("root:").doesNotContain("Exception");
    }

    @Test
    void theFormerPictureIsGoneAfterTheNext() {
        // given
        Member member = client.newMember("Zoé");
        String former = client.newAvatar(member);
        assertThat(client.get(former).send()).hasStatus(200);

        // when
        String next = client.newAvatar(member);

        // then
        assertThat(next).isNotEqualTo(former);
        assertThat(client.get(next).send()).hasStatus(200);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(client.get(former).send()).isFailure(404, "Route introuvable"));
        assertThat(client.get(picture).send()).hasStatus(200);
    }

    private static Instant lastModified(Answer answer) {
        return ZonedDateTime.parse(answer.header("last-modified").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }
}
