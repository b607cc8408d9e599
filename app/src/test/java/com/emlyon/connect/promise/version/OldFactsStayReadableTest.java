package com.emlyon.connect.promise.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.FactReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every version of every fact that was ever written can be read. For each there is a file with its payload as PostgreSQL
 * keeps it, made when that version was new and never changed since, and in {@link OldFacts} what it means today.
 */
class OldFactsStayReadableTest {

    private final TestNode node = StillNode.shared();
    private final EventStorageEngine axon = node.bean(EventStorageEngine.class);
    private final JdbcClient database = node.bean(JdbcClient.class);
    private final String stream = UUID.randomUUID().toString();

    @ParameterizedTest
    @MethodSource("files")
    void itsAggregateReadsIt(String file) {
        // given
        store(file);

        // then
        assertThat(axon.readEvents(stream).asStream())
                .singleElement()
                .satisfies(fact -> assertThat(fact.getPayloadType())
                        .isEqualTo(expected(file).getClass()))
                .satisfies(fact -> assertThat(fact.getPayload()).isEqualTo(expected(file)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whoeverFollowsTheHistoryReadsIt(String file) {
        // given
        long position = store(file);

        // then
        try (var facts = axon.readEvents(new GlobalSequenceTrackingToken(position - 1), false)) {
            assertThat(facts).first().satisfies(fact -> {
                assertThat(fact.getPayloadType()).isEqualTo(expected(file).getClass());
                assertThat(fact.getPayload()).isEqualTo(expected(file));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whoeverReadsTheTableItselfReadsIt(String file) {
        // given
        FactReader reader = node.bean(FactReader.class);
        store(file);

        // then
        assertThat(database.sql("SELECT type, revision, payload FROM store.fact WHERE stream = ?")
                        .param(stream)
                        .query((row, number) ->
                                reader.read(row.getString("type"), row.getString("revision"), row.getString("payload")))
                        .single())
                .isEqualTo(expected(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void itsFileHasTheVeryTextThatPostgresKeeps(String file) {
        // given
        store(file);

        // then
        assertThat(payload()).isEqualTo(text(file));
    }

    static List<String> files() {
        return Kept.FACTS.names();
    }

    @Test
    void everyRevisionOfEveryFactHasItsFileAndItsMeaning() {
        List<String> revisions = Stored.facts().stream()
                .flatMap(fact -> fact.namesOfAllRevisions().stream())
                .toList();
        assertThat(Kept.FACTS.names())
                .as("the files in %s; what today's facts look like lies in app/target/facts", Kept.FACTS.home())
                .containsExactlyInAnyOrderElementsOf(revisions);
        assertThat(OldFacts.BY_FILE.keySet())
                .as("the facts in OldFacts")
                .containsExactlyInAnyOrderElementsOf(revisions);
    }

    @ParameterizedTest
    @MethodSource("com.emlyon.connect.promise.version.Stored#facts")
    void whatIsWrittenTodayLooksLikeTheFileOfItsRevision(Stored fact) {
        // when
        axon.appendEvents(new GenericDomainEventMessage<>("Golden", stream, 0, expected(fact.currentName())));

        // then
        String written = payload();
        String proposal = Kept.FACTS.propose(fact.currentName(), written);
        assertThat(Kept.FACTS.text(fact.currentName()))
                .as(
                        "the file of %s in %s; if the revision is new, copy %s, and add to checksums.txt: %s",
                        fact, Kept.FACTS.home(), proposal, checksum(fact.currentName(), written))
                .hasValue(written);
    }

    @Test
    void noFileIsEverChanged() {
        assertThat(Kept.FACTS.names().stream().map(file -> checksum(file, text(file))))
                .as("such facts lie in databases, where nobody will change them: their files stay as they are")
                .containsExactlyInAnyOrderElementsOf(
                        Kept.CHECKSUMS.text("checksums").orElseThrow().lines().toList());
    }

    /** As {@code sha256sum *.json} says it. */
    private static String checksum(String file, String text) {
        try {
            byte[] content = (text + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            return "%s  %s.json".formatted(HexFormat.of().formatHex(sum), file);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private long store(String file) {
        int dash = file.lastIndexOf('-');
        return new OtherVersion(database)
                .append(
                        stream,
                        0,
                        "Golden",
                        file.substring(0, dash),
                        Integer.parseInt(file.substring(dash + 1)),
                        text(file));
    }

    private String payload() {
        return database.sql("SELECT payload FROM store.fact WHERE stream = ?")
                .param(stream)
                .query(String.class)
                .single();
    }

    private static String text(String file) {
        return Kept.FACTS.text(file).orElseThrow();
    }

    private static Fact expected(String file) {
        Fact fact = OldFacts.BY_FILE.get(file);
        if (fact == null) {
            throw new AssertionError("OldFacts does not say what %s means".formatted(file));
        }
        return fact;
    }
}
