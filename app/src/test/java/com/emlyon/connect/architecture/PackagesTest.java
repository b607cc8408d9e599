package com.emlyon.connect.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class PackagesTest {

    @Test
    void everyPackageSaysItsPurposeAndThatNullIsNoValue() {
        House.OURS.keeps(PackagesTest::nullMarked);
    }

    @Test
    void aPackageThatSaysNothingIsNoticed() {
        assertThat(House.BROKEN.breachesOf(PackagesTest::nullMarked))
                .anySatisfy(breach -> assertThat(breach).contains("violations.elsewhere.Stray"))
                .noneSatisfy(breach -> assertThat(breach).contains("violations.package-info"));
    }

    private static ArchRule nullMarked(String root) {
        return classes().should(resideInANullMarkedPackage());
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package with a package-info that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!isNullMarked(type.getPackage())) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getFullName() + " resides in a package that does not say so"));
                }
            }
        };
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }
}
