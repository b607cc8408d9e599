package com.emlyon.platform.eventstore.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class StepsTest {

    private final Steps steps =
            new Steps(List.of(new Noted("Danced", 2), new Noted("Sang", 1), new Noted("Danced", 1)));

    @Test
    void theStepsOfATypeAreTakenInTheOrderOfItsRevisions() {
        assertThat(steps.toNewest("Danced", 1, fact())).hasToString("{\"steps\":\"Danced1 Danced2 \"}");
    }

    @Test
    void aFactThatIsLessOldTakesOnlyTheStepsThatAreLeft() {
        assertThat(steps.toNewest("Danced", 2, fact())).hasToString("{\"steps\":\"Danced2 \"}");
    }

    @Test
    void aTypeIsAtTheRevisionBehindItsLastStep() {
        assertThat(steps.newest("Danced")).isEqualTo(3);
        assertThat(steps.newest("Sang")).isEqualTo(2);
        assertThat(steps.newest("Ate")).isEqualTo(1);
    }

    @Test
    void aMissingStepIsNoticed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Steps(List.of(new Noted("Danced", 1), new Noted("Danced", 3))))
                .withMessageContainingAll("Danced", "[1, 3]");
    }

    @Test
    void aMissingFirstStepIsNoticed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Steps(List.of(new Noted("Danced", 2))))
                .withMessageContainingAll("Danced", "[2]");
    }

    @Test
    void twoStepsFromTheSameRevisionAreNoticed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Steps(List.of(new Noted("Danced", 1), new Noted("Danced", 1))))
                .withMessageContainingAll("Danced", "[1, 1]");
    }

    private static ObjectNode fact() {
        return JsonNodeFactory.instance.objectNode().put("steps", "");
    }

    /** A step that leaves its mark. */
    private record Noted(String type, int from) implements Step {

        @Override
        public ObjectNode next(ObjectNode fact) {
            return fact.put("steps", fact.required("steps").stringValue() + type + from + " ");
        }
    }
}
