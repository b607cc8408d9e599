package com.emlyon.connect.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InjectionTest {

    @Test
    void whatAClassNeedsComesInThroughItsConstructorAndNotIntoItsFields() {
        House.OURS.keeps(root -> NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
    }

    @Test
    void aFieldThatIsFilledFromOutsideIsNoticed() {
        assertThat(House.BROKEN.breachesOf(root -> NO_CLASSES_SHOULD_USE_FIELD_INJECTION))
                .anySatisfy(breach -> assertThat(breach).contains("Injected.field"))
                .hasSize(1);
    }

    @Test
    void whatAClassNeedsComesInThroughItsConstructorAndNotThroughSetters() {
        House.OURS.keeps(InjectionTest::noSetters);
    }

    @Test
    void aSetterThatIsCalledFromOutsideIsNoticed() {
        assertThat(House.BROKEN.breachesOf(InjectionTest::noSetters))
                .anySatisfy(breach -> assertThat(breach).contains("Injected.setter"))
                .hasSize(1);
    }

    private static ArchRule noSetters(String root) {
        return noMethods().should().beAnnotatedWith(Autowired.class);
    }
}
