package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is agreed on with a client about the bytes of a list (RFC 9110). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadyListsContractTest {

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");

    @BeforeEach
    void fill() {
        client.newCheckIn(pia, "Le Sucre 🍻");
        client.newEvent(pia, "Gala", "2031-05-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/checkins",
                "/api/events",
                "/api/events?upcoming=true",
                "/api/events?limit=1",
                "/api/users",
                "/API/Users/"
            })
    void aClientThatTakesGzipGetsIt(String list) throws IOException {
        Answer plain = client.get(list).as(pia).send();
        Answer compressed = client.get(list)
                .as(pia)
                .header("Accept-Encoding", "gzip, deflate, br")
                .send();

        assertThat(compressed).hasStatus(200).isJson();
        assertThat(compressed.header("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().allValues("Vary")).contains("Origin", "Accept-Encoding");
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.headers().allValues("Vary")).contains("Origin", "Accept-Encoding");
        try (GZIPInputStream opened = new GZIPInputStream(new ByteArrayInputStream(compressed.bytes()))) {
            assertThat(new String(opened.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"success\":true");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gzip;q=0         | false
                    identity         | false
                    br, zstd         | false
                    gzip;q=0.001     | true
                    GZIP             | true
                    gzip;q=nonsense  | false
                    """)
    void whatAClientTakesIsReadAsTheStandardHasIt(String accepted, boolean gzip) {
        Answer answer = client.get("/api/users")
                .as(pia)
                .header("Accept-Encoding", accepted)
                .send();

        assertThat(answer).hasStatus(200);
        assertThat(answer.header("Content-Encoding").isPresent()).isEqualTo(gzip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/checkins", "/api/events", "/api/users"})
    void theTagOfAListIsThatOfItsWordsWhateverTheEncoding(String list) {
        Answer compressed =
                client.get(list).as(pia).header("Accept-Encoding", "gzip").send();

        Answer again = client.get(list)
                .as(pia)
                .header("If-None-Match", compressed.header("ETag").orElseThrow())
                .send();

        assertThat(again).hasStatus(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(compressed.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/checkins", "/api/events", "/api/users"})
    void aChangeChangesTheTag(String list) {
        String before = client.get(list).as(pia).send().header("ETag").orElseThrow();

        client.newMember("Pia Two");
        client.newCheckIn(pia, "Le Transbordeur");
        client.newEvent(pia, "Une autre", "2031-05-02");

        Answer after = client.get(list).as(pia).header("If-None-Match", before).send();
        assertThat(after).hasStatus(200);
        assertThat(after.header("ETag").orElseThrow()).startsWith("W/\"").isNotEqualTo(before);
    }
}
