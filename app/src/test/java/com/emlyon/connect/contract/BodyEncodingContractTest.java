package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1: how the content of a body may be coded, and that its characters are UTF-8 to the letter. */
@ContractTest
class BodyEncodingContractTest {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String UNSUPPORTED = "Encodage du corps de la requête non pris en charge";
    private static final String BROKEN = "Corps de requête JSON invalide";
    private static final String TOO_LARGE = "request entity too large";
    private static final int BOMB_BYTES = 20_000_000;

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "X-Gzip"})
    void gzipIsRead(String coding) throws IOException {
        assertThat(rename(JSON, coding, gzip("{\"name\":\"Éléonore\"}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("Éléonore");
        assertThat(rename(FORM, coding, gzip("name=%C3%89ric".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("Éric");
    }

    @Test
    void deflateIsRead() throws IOException {
        assertThat(rename(JSON, "deflate", deflate("{\"name\":\"Zoé\"}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("Zoé");
        assertThat(rename(JSON, "identity", "{\"name\":\"Pia\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Pia");
    }

    private String rename(String type, String coding, byte[] body) {
        Answer answer = put(type, coding, body);
        assertThat(answer).hasStatus(200);
        return answer.string("/data/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "compress", "x-compress", "gzip, gzip", "gzip, identity", "x", ";", "*"})
    void anotherCodingIsUnsupported(String coding) {
        byte[] body = "{\"name\":\"Pia\"}".getBytes(StandardCharsets.UTF_8);

        for (String type : new String[] {JSON, FORM, "multipart/form-data; boundary=x"}) {
            Answer answer = put(type, coding, body);
            assertThat(answer).isFailure(415, UNSUPPORTED);
            assertThat(answer.header("Accept-Encoding")).hasValue("gzip, deflate");
        }
    }

    @Test
    void whatExpandsBeyondTheLimitIsTooLarge() throws IOException {
        assertThat(put(JSON, "x-gzip", gzip(new byte[BOMB_BYTES]))).isFailure(413, TOO_LARGE);
        assertThat(put(JSON, "deflate", deflate(new byte[BOMB_BYTES]))).isFailure(413, TOO_LARGE);
    }

    @Test
    void whatIsNotCodedAsItSaysIsBroken() throws IOException {
        byte[] cut = gzip("{\"name\":\"Pia\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(put(JSON, "gzip", "{}".getBytes(StandardCharsets.UTF_8))).isFailure(400, BROKEN);
        assertThat(put(JSON, "deflate", "{}".getBytes(StandardCharsets.UTF_8))).isFailure(400, BROKEN);
        assertThat(put(JSON, "gzip", Arrays.copyOf(cut, cut.length - 5))).isFailure(400, BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c0af",
                "c1bf",
                "e080af",
                "f08080af",
                "eda080",
                "edbfbf",
                "f4908080",
                "f5808080",
                "80",
                "c3",
                "e28a",
                "ff",
                "fe"
            })
    void whatIsNoUtf8IsRefusedAndNotReadAsAnotherText(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        String escaped = HexFormat.of().withPrefix("%").formatHex(bytes);

        assertThat(put(JSON, "identity", joined("{\"name\":\"a", bytes, "b\"}")))
                .isFailure(400, BROKEN);
        assertThat(put(JSON, "identity", joined("{\"x", bytes, "\":1,\"name\":\"Pia\"}")))
                .isFailure(400, BROKEN);
        assertThat(put(FORM, "identity", joined("name=a", bytes, ""))).isFailure(400, BROKEN);
        assertThat(put(FORM, "identity", ("name=a" + escaped).getBytes(StandardCharsets.US_ASCII)))
                .isFailure(400, BROKEN);
        assertThat(put(FORM, "identity", ("name=Pia&" + escaped + "=x").getBytes(StandardCharsets.US_ASCII)))
                .isFailure(400, BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void jsonInUnicodeIsStillRecognisedByItsBytes(String charset) {
        assertThat(rename(JSON, "identity", "{\"name\":\"Zoé 🍻\"}".getBytes(Charset.forName(charset))))
                .isEqualTo("Zoé 🍻");
    }

    @Test
    void aFormMayMixBytesAndEscapes() {
        assertThat(rename(FORM, "identity", "name=%F0%9F%8D%BB+Zo\u00E9".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("🍻 Zoé");
    }

    private Answer put(String type, String coding, byte[] body) {
        return client.put("/api/users/me")
                .as(pia)
                .header("Content-Encoding", coding)
                .body(type, BodyPublishers.ofByteArray(body))
                .send();
    }

    private static byte[] joined(String before, byte[] bytes, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(bytes);
        all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write(body);
        }
        return coded.toByteArray();
    }

    private static byte[] deflate(byte[] body) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(coded)) {
            deflate.write(body);
        }
        return coded.toByteArray();
    }
}
