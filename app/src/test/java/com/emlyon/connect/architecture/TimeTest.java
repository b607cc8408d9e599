package com.emlyon.connect.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

class TimeTest {

    @Test
    void thereIsOneClockAndNobodyAsksTheMachineBesideIt() {
        House.OURS.keeps(TimeTest::oneClock);
    }

    @Test
    void whoAsksTheMachineForTheTimeIsNoticed() {
        assertThat(House.BROKEN.breachesOf(TimeTest::oneClock))
                .allSatisfy(breach -> assertThat(breach).contains("AsksTheMachine"))
                .anySatisfy(breach -> assertThat(breach).contains("calls method <java.time.Instant.now()>"))
                .anySatisfy(breach -> assertThat(breach).contains("references method <java.time.Instant.now()>"))
                .anySatisfy(breach -> assertThat(breach).contains("java.time.LocalDate.now(java.time.ZoneId)"))
                .anySatisfy(breach -> assertThat(breach).contains("java.time.Clock.systemUTC()"))
                .anySatisfy(breach -> assertThat(breach).contains("java.lang.System.currentTimeMillis()"))
                .anySatisfy(breach -> assertThat(breach).contains("java.util.Date.<init>()"))
                .hasSize(6);
    }

    private static ArchRule oneClock(String root) {
        return noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "the machine is asked for the time outside the bean of the clock",
                        access -> asksTheMachine(access) && !isTheClock(access.getOrigin())));
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && switch (target.getName()) {
                    case "now" ->
                        target.getOwner().getPackageName().startsWith("java.time")
                                && target.getRawParameterTypes().stream().noneMatch(assignableTo(InstantSource.class));
                    case "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
                        target.getOwner().isAssignableTo(InstantSource.class);
                    case "currentTimeMillis" -> target.getOwner().isEquivalentTo(System.class);
                    case "getInstance" -> target.getOwner().isAssignableTo(Calendar.class);
                    case "<init>" ->
                        target.getOwner().isEquivalentTo(Date.class)
                                && target.getRawParameterTypes().isEmpty();
                    default -> false;
                };
    }

    private static boolean isTheClock(JavaCodeUnit origin) {
        return origin.getRawReturnType().isEquivalentTo(Clock.class) && origin.isAnnotatedWith(Bean.class);
    }

    @Test
    void whoDecidesTakesTheTimeFromTheCommandAndHasNoClock() {
        House.OURS.keeps(TimeTest::decisionsWithoutClock);
    }

    @Test
    void whoDecidesWithAClockIsNoticed() {
        assertThat(House.BROKEN.breachesOf(TimeTest::decisionsWithoutClock))
                .anySatisfy(breach -> assertThat(breach).contains("command.HasAClock", "java.time.Clock"));
    }

    private static ArchRule decisionsWithoutClock(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".command..")
                .should()
                .dependOnClassesThat(assignableTo(InstantSource.class));
    }
}
