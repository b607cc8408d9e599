package com.emlyon.connect.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void aNameSaysWhatAClassIsFor() {
        House.OURS.keeps(NamesTest::tellingNames);
    }

    @Test
    void aNameThatSaysNothingIsNoticed() {
        assertThat(House.BROKEN.breachesOf(NamesTest::tellingNames))
                .anySatisfy(breach -> assertThat(breach).contains("Unnamed$TextUtils"))
                .anySatisfy(breach -> assertThat(breach).contains("Unnamed$TextUtil"))
                .anySatisfy(breach -> assertThat(breach).contains("Unnamed$TextHelper"))
                .anySatisfy(breach -> assertThat(breach).contains("Unnamed$TextManager"))
                .anySatisfy(breach -> assertThat(breach).contains("Unnamed$TextImpl"))
                .hasSize(5);
    }

    private static ArchRule tellingNames(String root) {
        return noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)");
    }
}
