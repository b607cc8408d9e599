package com.emlyon.connect.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ModulesTest {

    @Test
    void dependenciesRunOneWay() {
        House.OURS.keeps(ModulesTest::oneWay);
    }

    @Test
    void aModuleThatKnowsAnotherAboveOrBesideItIsNoticed() {
        assertThat(House.BROKEN.breachesOf(ModulesTest::oneWay))
                .anySatisfy(breach -> assertThat(breach).contains("api.KnowsApp", "app.Entrance"))
                .anySatisfy(breach -> assertThat(breach).contains("command.KnowsQuery", "query.KnowsCommand"))
                .anySatisfy(breach -> assertThat(breach).contains("query.KnowsCommand", "command.KnowsQuery"))
                .anySatisfy(breach -> assertThat(breach).contains("elsewhere.Stray"))
                .noneSatisfy(breach -> assertThat(breach).contains("app.KnowsEveryone"));
    }

    private static ArchRule oneWay(String root, String platform) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("app")
                .definedBy(root + ".app..")
                .layer("command")
                .definedBy(root + ".command..")
                .layer("query")
                .definedBy(root + ".query..")
                .layer("api")
                .definedBy(root + ".api..")
                .layer("platform")
                .definedBy(platform + "..")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("command")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("query")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("app", "command", "query")
                .whereLayer("platform")
                .mayOnlyBeAccessedByLayers("app", "command", "query", "api")
                .ensureAllClassesAreContainedInArchitecture();
    }

    @Test
    void theLanguageKnowsNoSpringNoJpaAndNoSql() {
        House.OURS.keeps(ModulesTest::plainLanguage);
    }

    @Test
    void aLanguageWithTechnologyInItIsNoticed() {
        assertThat(House.BROKEN.breachesOf(ModulesTest::plainLanguage))
                .anySatisfy(breach -> assertThat(breach).contains("api.KnowsTechnology", "java.sql.Date"))
                .anySatisfy(breach -> assertThat(breach).contains("api.KnowsTechnology", "org.springframework"))
                .anySatisfy(breach -> assertThat(breach).contains("api.KnowsTechnology", "jakarta.persistence"));
    }

    private static ArchRule plainLanguage(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.persistence..",
                        "org.springframework..",
                        "org.hibernate..");
    }

    @Test
    void theLanguageKnowsOnlyTheWordsOfThePlatform() {
        House.OURS.keeps(ModulesTest::wordsOfThePlatform);
    }

    @Test
    void aLanguageThatKnowsTheMachineryOfThePlatformIsNoticed() {
        assertThat(House.BROKEN.breachesOf(ModulesTest::wordsOfThePlatform))
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(breach).contains("api.KnowsPlatform", "postgres.Server"));
    }

    /** Facts, personal data, refusals and the end of history are words; all else works with a database. */
    private static ArchRule wordsOfThePlatform(String root, String platform) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".api..")
                .should()
                .dependOnClassesThat(resideInAPackage(platform + "..")
                        .and(not(resideInAnyPackage(
                                platform + ".eventstore.fact",
                                platform + ".eventstore.personal",
                                platform + ".eventstore.refusal",
                                platform + ".eventstore.history"))));
    }

    @Test
    void aggregatesKnowNoDatabase() {
        House.OURS.keeps(ModulesTest::aggregatesWithoutDatabase);
    }

    @Test
    void anAggregateWithADatabaseIsNoticedAndARuleMayHaveOne() {
        assertThat(House.BROKEN.breachesOf(ModulesTest::aggregatesWithoutDatabase))
                .anySatisfy(breach -> assertThat(breach).contains("command.KnowsSql", "java.sql.Connection"))
                .anySatisfy(breach -> assertThat(breach).contains("command.KnowsSql", "JdbcClient"))
                .noneSatisfy(breach -> assertThat(breach).contains("command.rule"));
    }

    private static ArchRule aggregatesWithoutDatabase(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".command..")
                .and()
                .resideOutsideOfPackage(root + ".command.rule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.persistence..",
                        "org.springframework.jdbc..",
                        "org.springframework.data..");
    }

    @Test
    void noPackageKnowsAnotherThatKnowsIt() {
        House.OURS.keeps(ModulesTest::withoutCycles);
    }

    @Test
    void packagesThatKnowEachOtherAreNoticed() {
        assertThat(House.BROKEN.breachesOf(ModulesTest::withoutCycles))
                .singleElement()
                .asString()
                .contains("Slice app here", "Slice app there");
    }

    private static ArchRule withoutCycles(String root) {
        return slices().matching(root + ".(*).(*)..")
                .namingSlices("Slice $1 $2")
                .should()
                .beFreeOfCycles();
    }
}
