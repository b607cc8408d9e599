package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is agreed on with a client about the bytes of a list (RFC 9110). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadyListsContractTest {

    /** Its readers wait for the lists however busy the machine is; the tables would answer them in no coding. */
    private final TestNode node =
            TestNode.start(TestPostgres.freshDatabaseUrl(), "--connect.live-read-model.longest-wait=30s");

    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");

    @AfterAll
    void stop() {
        node.close();
    }

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
    void aClientGetsTheSameWordsInTheCodingThatItTakes(String list) {
        Answer plain = client.get(list).as(pia).send();

        assertThat(plain).hasStatus(200).isJson();
        assertThat(plain.text()).contains("\"success\":true");
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.headers().allValues("Vary")).contains("Origin", "Accept-Encoding");
        for (String coding : List.of("zstd", "gzip")) {
            Answer coded = taking(coding + ", deflate, br", list).send();
            assertThat(coded).hasStatus(200);
            assertThat(coded.header("Content-Type")).isEqualTo(plain.header("Content-Type"));
            assertThat(coded.header("Content-Encoding")).contains(coding);
            assertThat(coded.headers().allValues("Vary")).contains("Origin", "Accept-Encoding");
            assertThat(coded.decoded()).isEqualTo(plain.bytes());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gzip;q=0                 | ''
                    identity                 | ''
                    br, deflate              | ''
                    gzip;q=0.001             | gzip
                    GZIP                     | gzip
                    gzip;q=nonsense          | ''
                    gzip, deflate, br, zstd  | zstd
                    zstd;q=0.5, gzip;q=0.8   | gzip
                    br, zstd;q=0             | ''
                    *                        | zstd
                    *;q=0                    | ''
                    *;q=0.5, zstd;q=0        | gzip
                    identity, *;q=0.5        | ''
                    identity;q=0             | ''
                    """)
    void whatAClientTakesIsReadAsTheStandardHasIt(String accepted, String coding) {
        Answer answer = taking(accepted, "/api/users").send();

        assertThat(answer).hasStatus(200);
        assertThat(answer.header("Content-Encoding").orElse("")).isEqualTo(coding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "gzip", "identity"})
    void aHeadSaysWhatAGetHas(String coding) {
        Answer get = taking(coding, "/api/events").send();

        Answer head = client.call("HEAD", "/api/events")
                .as(pia)
                .header("Accept-Encoding", coding)
                .send();

        assertThat(head).hasStatus(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.header("Content-Length")).contains(String.valueOf(get.bytes().length));
        for (String header : List.of("Content-Encoding", "Content-Type", "ETag")) {
            assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/checkins", "/api/events", "/api/users"})
    void theTagOfAListIsThatOfItsWordsWhateverTheCoding(String list) {
        for (String coding : List.of("zstd", "gzip", "identity")) {
            Answer coded = taking(coding, list).send();
            String tag = coded.header("ETag").orElseThrow();
            for (String other : List.of("zstd", "gzip", "identity")) {
                Answer again = taking(other, list).header("If-None-Match", tag).send();

                assertThat(again).hasStatus(304);
                assertThat(again.bytes()).isEmpty();
                assertThat(again.header("ETag")).contains(tag);
                assertThat(again.header("Content-Encoding")).isEmpty();
                assertThat(again.headers().allValues("Vary")).contains("Accept-Encoding");
            }
        }
    }

    @Test
    void whatIsDestroyedIsGoneInEveryCoding() {
        Member zoe = client.newMember("Zoé Gone");
        client.newCheckIn(zoe, "Chez Zoé Gone");
        for (String coding : List.of("zstd", "gzip", "identity")) {
            for (String list : List.of("/api/checkins", "/api/users")) {
                assertThat(textOf(taking(coding, list).send())).contains("Zoé Gone");
            }
        }

        assertThat(client.deletionOf(zoe).send()).hasStatus(200);

        for (String coding : List.of("zstd", "gzip", "identity")) {
            for (String list : List.of("/api/checkins", "/api/users")) {
                Answer answer = taking(coding, list).send();
                assertThat(answer).hasStatus(200);
                assertThat(textOf(answer)).doesNotContain("Zoé Gone");
            }
        }
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

    private Call taking(String codings, String list) {
        return client.get(list).as(pia).header("Accept-Encoding", codings);
    }

    private static String textOf(Answer answer) {
        return new String(answer.decoded(), StandardCharsets.UTF_8);
    }
}
