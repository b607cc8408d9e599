package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Multipart;
import com.emlyon.connect.contract.Pictures;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is refused for what is wrong with it, and a file may have any name that a file can have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadFormLimitsTest {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_PARTS = 50;

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "漢", "👩", "%22"})
    void aFileMayHaveTheLongestNameThatFileSystemsKnow(String letter) {
        String ending = ".png";
        int letters = letter.equals("%22")
                ? LONGEST_NAME - ending.length()
                : (LONGEST_NAME - ending.length()) / letter.length();
        String name = letter.repeat(letters) + ending;

        assertThat(upload(name)).hasStatus(200);
    }

    @Test
    void aNameMayComeInBothItsForms() {
        String encoded = "%E6%BC%A2".repeat(LONGEST_NAME - 4) + ".png";

        assertThat(upload("a.png\"; filename*=\"UTF-8''" + encoded)).hasStatus(200);
    }

    @Test
    void aNameThatIsMuchLongerIsCalledTooLong() {
        assertThat(upload("a".repeat(5_000) + ".png")).isFailure(400, "Le nom du fichier est trop long");
    }

    @Test
    void aFormOfOnePartTooManyIsCalledSo() {
        assertThat(parts(MOST_PARTS)).isFailure(400, "Aucun fichier fourni");
        assertThat(parts(MOST_PARTS + 1)).isFailure(400, "Le formulaire a trop de champs");
    }

    @Test
    void onlyWhatIsTooLargeIsCalledSo() {
        String tooLarge = "Le fichier est trop volumineux (5 Mo au plus)";

        assertThat(upload(new byte[5 * 1024 * 1024])).isFailure(413, tooLarge);
        assertThat(upload(new byte[7 * 1024 * 1024])).isFailure(413, tooLarge);
    }

    @Test
    void aStrangerIsRefusedBeforeTheFormIsRead() {
        Answer answer = client.post("/api/users/me/avatar")
                .multipart(Multipart.avatar("a".repeat(5_000) + ".png", "image/png", Pictures.png()))
                .send();

        assertThat(answer).isFailure(401, "Token non fourni");
    }

    private Answer upload(String name) {
        return client.post("/api/users/me/avatar")
                .as(pia)
                .multipart(Multipart.avatar(name, "image/png", Pictures.png()))
                .send();
    }

    private Answer upload(byte[] content) {
        return client.post("/api/users/me/avatar")
                .as(pia)
                .multipart(Multipart.avatar("a.png", "image/png", content))
                .send();
    }

    private Answer parts(int count) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < count; i++) {
            form.append("--x\r\nContent-Disposition: form-data; name=\"f%d\"\r\n\r\nv\r\n".formatted(i));
        }
        return client.post("/api/users/me/avatar")
                .as(pia)
                .body(
                        "multipart/form-data; boundary=x",
                        BodyPublishers.ofString(form + "--x--\r\n", StandardCharsets.UTF_8))
                .send();
    }
}
