package com.emlyon.connect.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Each module of the platform can be used alone, by an application without a campus. */
class PlatformTest {

    @Test
    void thePlatformKnowsNoCampus() {
        House.OURS.keeps(PlatformTest::withoutCampus);
    }

    @Test
    void aPlatformThatKnowsTheCampusIsNoticed() {
        assertThat(House.BROKEN.breachesOf(PlatformTest::withoutCampus))
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(breach).contains("platform.postgres.KnowsCampus", "app.Entrance"));
    }

    private static ArchRule withoutCampus(String root, String platform) {
        return noClasses()
                .that()
                .resideInAPackage(platform + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAPackage(platform + ".."))));
    }

    @Test
    void onlyProjectionsKnowAnotherModuleOfThePlatformTheEventStore() {
        House.OURS.keeps(PlatformTest::modulesAlone);
    }

    @Test
    void aModuleOfThePlatformThatKnowsAnotherIsNoticed() {
        assertThat(House.BROKEN.breachesOf(PlatformTest::modulesAlone))
                .isNotEmpty()
                .allSatisfy(breach ->
                        assertThat(breach).contains("platform.postgres.KnowsAnother", "platform.images.Picture"));
    }

    private static ArchRule modulesAlone(String root, String platform) {
        return slices().matching(platform + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAPackage(platform + ".projections.."), resideInAPackage(platform + ".eventstore.."));
    }

    @Test
    void noPackageOfThePlatformKnowsAnotherThatKnowsIt() {
        House.OURS.keeps(PlatformTest::withoutCycles);
    }

    @Test
    void packagesOfThePlatformThatKnowEachOtherAreNoticed() {
        assertThat(House.BROKEN.breachesOf(PlatformTest::withoutCycles))
                .singleElement()
                .asString()
                .contains("Slice images here", "Slice images there");
    }

    private static ArchRule withoutCycles(String root, String platform) {
        return slices().matching(platform + ".(*).(*)..")
                .namingSlices("Slice $1 $2")
                .should()
                .beFreeOfCycles();
    }

    @Test
    void allThatTouchesAxonIsInOnePackage() {
        House.OURS.keeps(PlatformTest::oneAxon);
    }

    @Test
    void aPlatformThatTouchesAxonElsewhereIsNoticed() {
        assertThat(House.BROKEN.breachesOf(PlatformTest::oneAxon))
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(breach).contains("platform.images.KnowsAxon", "org.axonframework"));
    }

    /** So that a change of the framework, or of its version, is a change of one package. */
    private static ArchRule oneAxon(String root, String platform) {
        return noClasses()
                .that()
                .resideInAPackage(platform + "..")
                .and()
                .resideOutsideOfPackage(platform + ".eventstore.axon")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework..");
    }

    @Test
    void theLauncherOfPostgresNeedsNoSpring() {
        House.OURS.keeps(PlatformTest::plainLauncher);
    }

    @Test
    void aLauncherOfPostgresWithSpringInItIsNoticed() {
        assertThat(House.BROKEN.breachesOf(PlatformTest::plainLauncher))
                .isNotEmpty()
                .allSatisfy(
                        breach -> assertThat(breach).contains("platform.postgres.KnowsSpring", "org.springframework"));
    }

    /** Only the packages below it, such as that of the auto-configuration, may use Spring. */
    private static ArchRule plainLauncher(String root, String platform) {
        return noClasses()
                .that()
                .resideInAPackage(platform + ".postgres")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..");
    }
}
