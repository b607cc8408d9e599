package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ContractTest
class AvatarContractTest {

    private static final int LIMIT_BYTES = 5 * 1024 * 1024;
    private static final String NO_FILE = "Aucun fichier fourni";
    private static final String NO_IMAGE = "Seules les images sont acceptées (jpeg, jpg, png, gif, webp)";

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("moi.png", "image/png", Pictures.png(), "png"),
                Arguments.of("moi.jpg", "image/jpeg", Pictures.jpeg(), "jpe?g"),
                Arguments.of("moi.jpeg", "image/jpg", Pictures.jpeg(), "jpe?g"),
                Arguments.of("moi.gif", "image/gif", Pictures.gif(), "gif"),
                Arguments.of("moi.webp", "image/webp", Pictures.webp(), "png|jpe?g"),
                Arguments.of("IMG_0001.JPG", "image/jpeg", Pictures.jpeg(), "jpe?g"),
                Arguments.of("Été à Lyon.png", "image/png", Pictures.png(), "png"));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("pictures")
    void aPictureBecomesTheAvatar(String fileName, String mimeType, byte[] content, String extension) {
        // when
        Answer answer = upload(Multipart.avatar(fileName, mimeType, content));

        // then
        String url = answer.string("/data/avatarUrl");
        assertThat(url).matches("/uploads/avatars/avatar-[0-9a-f-]{36}\\.(" + extension + ")");
        assertThat(answer).hasStatus(200).hasBody("""
                        {"success":true,"message":"Photo de profil mise à jour","data":{"id":"%s","email":"%s",\
                        "name":"Pia One","avatarUrl":"%s","createdAt":"%s"}}""".formatted(pia.id(), pia.email(), url, pia.createdAt()));
        assertThat(client.get("/api/users/me").as(pia).send().string("/data/avatarUrl"))
                .isEqualTo(url);
    }

    @Test
    void aTextFieldBesideThePictureDoesNotMatter() {
        assertThat(upload(new Multipart().text("note", "x").file("avatar", "a.png", "image/png", Pictures.png())))
                .hasStatus(200);
    }

    @Test
    void theExtensionFollowsTheContentAndNotTheName() {
        String url = upload(Multipart.avatar("moi.jpg", "image/jpeg", Pictures.png()))
                .string("/data/avatarUrl");

        assertThat(client.get(url).send()).hasStatus(200).hasHeader("Content-Type", "image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.png", "..\\\\..\\\\evil.png", "/etc/evil.png", "a b;c.png", ".png"})
    void thePathInTheNameDoesNotMatter(String fileName) {
        Answer answer = upload(Multipart.avatar(fileName, "image/png", Pictures.png()));

        if (answer.status() == 200) {
            assertThat(answer.string("/data/avatarUrl")).matches("/uploads/avatars/avatar-[0-9a-f-]{36}\\.png");
        } else {
            assertThat(answer).isFailureInOwnWords(400);
        }
    }

    @Test
    void withoutAFileThereIsNothingToDo() {
        assertThat(client.post("/api/users/me/avatar").as(pia).send()).isFailure(400, NO_FILE);
        assertThat(client.post("/api/users/me/avatar")
                        .as(pia)
                        .json("{\"avatar\":\"x\"}")
                        .send())
                .isFailure(400, NO_FILE);
        assertThat(upload(new Multipart().text("note", "x"))).isFailure(400, NO_FILE);
        assertThat(upload(new Multipart())).isFailure(400, NO_FILE);
    }

    @ParameterizedTest
    @CsvSource({
        "moi.txt, text/plain",
        "moi.txt, image/png",
        "moi.png, text/plain",
        "moi.svg, image/svg+xml",
        "moi.png, image/svg+xml",
        "moi.pdf, application/pdf",
        "moi, image/png",
        "moi.png, application/octet-stream"
    })
    void whatIsNoPictureByNameOrTypeIsRefused(String fileName, String mimeType) {
        assertThat(upload(Multipart.avatar(fileName, mimeType, Pictures.png()))).isFailure(400, NO_IMAGE);
    }

    static Stream<Arguments> impostors() {
        return Stream.of(
                Arguments.of("a.png", "image/png", ""),
                Arguments.of("a.png", "image/png", "<html><script>alert(1)</script></html>"),
                Arguments.of("a.png", "image/png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
                Arguments.of("a.gif", "image/gif", "GIF89a<script>alert(1)</script>"),
                Arguments.of("a.xpng", "application/x-png-evil", "<html></html>"));
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @MethodSource("impostors")
    void whatIsNoPictureByContentIsRefused(String fileName, String mimeType, String content) {
        Answer answer = upload(Multipart.avatar(fileName, mimeType, content.getBytes(StandardCharsets.UTF_8)));

        assertThat(answer).isFailureInOwnWords(400);
    }

    @Test
    void aPictureOfFiveMebibytesIsTooLargeAndOneByteLessIsNot() {
        Answer tooLarge = upload(Multipart.avatar("a.png", "image/png", Pictures.pngOfSize(LIMIT_BYTES)));
        Answer muchTooLarge = upload(Multipart.avatar("a.png", "image/png", Pictures.pngOfSize(LIMIT_BYTES + 400_000)));
        Answer fits = upload(Multipart.avatar("a.png", "image/png", Pictures.pngOfSize(LIMIT_BYTES - 1)));

        assertThat(tooLarge).isFailureInOwnWords(413);
        assertThat(muchTooLarge).isFailureInOwnWords(413);
        assertThat(fits).hasStatus(200);
    }

    @Test
    void aFileInAnotherFieldIsRefused() {
        assertThat(upload(new Multipart().file("photo", "a.png", "image/png", Pictures.png())))
                .isFailureInOwnWords(400);
    }

    @Test
    void twoFilesAreRefused() {
        assertThat(upload(new Multipart()
                        .file("avatar", "a.png", "image/png", Pictures.png())
                        .file("avatar", "b.png", "image/png", Pictures.png())))
                .isFailureInOwnWords(400);
        assertThat(upload(new Multipart()
                        .file("avatar", "a.png", "image/png", Pictures.png())
                        .file("photo", "b.png", "image/png", Pictures.png())))
                .isFailureInOwnWords(400);
    }

    @Test
    void aBodyWithoutBoundaryOrEndIsRefused() {
        Multipart parts = Multipart.avatar("a.png", "image/png", Pictures.png());

        Answer withoutBoundary = client.post("/api/users/me/avatar")
                .as(pia)
                .body("multipart/form-data", BodyPublishers.ofByteArray(parts.bytes()))
                .send();
        Answer cutOff = client.post("/api/users/me/avatar")
                .as(pia)
                .body(parts.contentType(), BodyPublishers.ofByteArray(parts.bytesCutOff()))
                .send();

        assertThat(withoutBoundary).isFailureInOwnWords(400);
        assertThat(cutOff).isFailureInOwnWords(400);
    }

    @Test
    void aRefusedUploadLeavesTheAvatarAsItIs() {
        String url = client.newAvatar(pia);

        upload(Multipart.avatar("a.txt", "text/plain", Pictures.png()));
        upload(Multipart.avatar("a.png", "image/png", new byte[0]));

        assertThat(client.get("/api/users/me").as(pia).send().string("/data/avatarUrl"))
                .isEqualTo(url);
        assertThat(client.get(url).send()).hasStatus(200);
    }

    @Test
    void anUploadWithoutATokenIsRefused() {
        assertThat(client.post("/api/users/me/avatar")
                        .multipart(Multipart.avatar("a.png", "image/png", Pictures.png()))
                        .send())
                .isFailure(401, "Token non fourni");
    }

    private Answer upload(Multipart parts) {
        return client.post("/api/users/me/avatar").as(pia).multipart(parts).send();
    }
}
