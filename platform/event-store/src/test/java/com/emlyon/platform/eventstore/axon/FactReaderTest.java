package com.emlyon.platform.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.emlyon.platform.eventstore.fact.FactReader;
import com.emlyon.platform.eventstore.fact.Revisions;
import com.emlyon.platform.eventstore.fact.Step;
import com.emlyon.platform.eventstore.fact.Steps;
import com.emlyon.platform.eventstore.fact.StoredTypes;
import com.emlyon.platform.eventstore.fact.UnreadableFact;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalModule;
import com.emlyon.sample.Danced;
import com.emlyon.sample.DancedOnAFloor;
import com.emlyon.sample.DancedOnANamedFloor;
import com.emlyon.sample.Sang;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class FactReaderTest {

    private static final Instant NOW = Instant.parse("2031-05-01T18:30:00.123456Z");
    private static final Step TO_2 = new DancedOnAFloor();
    private static final Step TO_3 = new DancedOnANamedFloor();

    private final StoredTypes types = new StoredTypes(List.of("com.emlyon.sample"));
    private final FactReader facts = reader(TO_3, TO_2);

    @Test
    void theFirstRevisionTakesAllSteps() {
        assertThat(facts.read("Danced", "1", """
                        {"hall": "Transbordeur", "partner": "Max", "at": "2031-05-01T18:30:00.123456Z"}""")).isEqualTo(new Danced("Transbordeur", "ground floor", "Max", NOW));
    }

    @Test
    void aLaterRevisionTakesTheStepsThatAreLeft() {
        assertThat(facts.read("Danced", "2", """
                        {"place": "Transbordeur", "floor": 1, "partner": null, "at": "2031-05-01T18:30:00.123456Z"}""")).isEqualTo(new Danced("Transbordeur", "upstairs", null, NOW));
    }

    @Test
    void theCurrentRevisionTakesNone() {
        assertThat(facts.read("Danced", "3", """
                        {"place": "Transbordeur", "floor": "cellar", "partner": null, "at": "2031-05-01T18:30:00.123456Z"}""")).isEqualTo(new Danced("Transbordeur", "cellar", null, NOW));
        assertThat(facts.read("Sang", "1", """
                        {"title": "Au clair de la lune", "verses": 4, "at": "2031-05-01T18:30:00.123456Z"}""")).isEqualTo(new Sang("Au clair de la lune", 4, NOW));
    }

    @ParameterizedTest
    @CsvSource({"Danced, 4", "Danced, 0", "Danced, -1", "Danced, 01", "Danced, ''", "Danced, new", "Danced, 9999999999"
    })
    void aRevisionThatNobodyKnowsHereIsRefusedByName(String type, String revision) {
        assertThatExceptionOfType(UnreadableFact.class)
                .isThrownBy(() -> facts.read(type, revision, "{}"))
                .withMessageContaining("Danced of revision " + revision)
                .withMessageContaining("revision 3 is the newest known here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ate", "com.emlyon.sample.Danced", ""})
    void aTypeThatNobodyKnowsHereIsRefusedByName(String type) {
        assertThatExceptionOfType(UnreadableFact.class)
                .isThrownBy(() -> facts.read(type, "1", "{}"))
                .withMessageContaining(type + " of revision 1")
                .withMessageContaining("nothing of that name is known here");
    }

    @Test
    void whoeverMeetsItSaysAtWhichPosition() {
        assertThatExceptionOfType(UnreadableFact.class)
                .isThrownBy(() -> {
                    try {
                        facts.read("Danced", "4", "{}");
                    } catch (UnreadableFact unreadable) {
                        throw unreadable.at(1234);
                    }
                })
                .withMessageContainingAll("Danced of revision 4 at position 1234", "newest known here");
    }

    @Test
    void aSnapshotIsNoFact() {
        assertThatExceptionOfType(UnreadableFact.class)
                .isThrownBy(() -> facts.read("Choir", "4", "{\"singers\": 12}"))
                .withMessageContainingAll("Choir of revision 4", "snapshot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"Au clair de la lune\", \"at\": \"2031-05-01T18:30:00Z\"}",
                "{\"verses\": 4, \"at\": \"2031-05-01T18:30:00Z\"}",
                "{\"title\": \"x\", \"verses\": 4, \"at\": \"2031-05-01T18:30:00Z\", \"key\": \"C\"}",
                "{\"title\": \"x\", \"verses\": 4, \"at\": \"in May\"}",
                "[]",
                "null",
                "",
                "{"
            })
    void aPayloadOfAnotherShapeIsRefusedInsteadOfGuessed(String payload) {
        assertThatExceptionOfType(UnreadableFact.class)
                .isThrownBy(() -> facts.read("Sang", "1", payload))
                .withMessageContaining("Sang of revision 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "", "{"})
    void anOldPayloadThatItsStepsDoNotExpectIsRefusedByName(String payload) {
        assertThatExceptionOfType(UnreadableFact.class)
                .isThrownBy(() -> facts.read("Danced", "1", payload))
                .withMessageContaining("Danced of revision 1");
    }

    @Test
    void aStepThatIsMissingStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> reader(TO_2))
                .withMessageContainingAll("Danced is stored in revision 3", "lead to 2");
    }

    @Test
    void aStepThatGoesTooFarStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> reader(TO_2, TO_3, stepOf("Sang")))
                .withMessageContainingAll("Sang is stored in revision 1", "lead to 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ate", "Choir"})
    void aStepOfNoFactStopsTheStart(String type) {
        assertThatIllegalStateException()
                .isThrownBy(() -> reader(TO_2, TO_3, stepOf(type)))
                .withMessageContaining(type);
    }

    private FactReader reader(Step... steps) {
        Revisions revisions = new Revisions(types, new Steps(List.of(steps)));
        FactSerializer serializer =
                new FactSerializer(types, new PersonalModule(Personal::asEncrypted), List.of("com.emlyon.sample"));
        return new FactReader(types, revisions, serializer::getReader);
    }

    private static Step stepOf(String type) {
        return new Step() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public int from() {
                return 1;
            }

            @Override
            public ObjectNode next(ObjectNode fact) {
                return fact;
            }
        };
    }
}
