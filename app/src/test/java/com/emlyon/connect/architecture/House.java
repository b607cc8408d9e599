package com.emlyon.connect.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the rules look at. A rule that finds nothing to look at is broken, too.
 *
 * @param root the package of the campus
 * @param platform the package of the modules that know no campus
 */
record House(String root, String platform, JavaClasses classes) {

    /** What modules offer to the tests of others comes as a jar of its own. */
    static final ImportOption IN_A_JAR_OF_TESTS = location -> location.contains("-tests.jar");

    /** The house that runs. */
    static final House OURS = new House(
            "com.emlyon.connect",
            "com.emlyon.platform",
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !IN_A_JAR_OF_TESTS.includes(location))
                    .importPackages("com.emlyon.connect", "com.emlyon.platform"));

    /** A small house with the same rooms, in which every rule is broken on purpose. */
    static final House BROKEN = new House(
            "com.emlyon.connect.architecture.violations",
            "com.emlyon.connect.architecture.violations.platform",
            new ClassFileImporter().importPackages("com.emlyon.connect.architecture.violations"));

    /** Fails with all breaches of a rule that is made for the root package of a house. */
    void keeps(Function<String, ArchRule> rule) {
        rule.apply(root).allowEmptyShould(false).check(classes);
    }

    /** Fails with all breaches of a rule about the platform, too, whose package is the second one. */
    void keeps(BiFunction<String, String, ArchRule> rule) {
        keeps(_ -> rule.apply(root, platform));
    }

    /** Every breach of the rule, in words. */
    List<String> breachesOf(BiFunction<String, String, ArchRule> rule) {
        return breachesOf(_ -> rule.apply(root, platform));
    }

    /** Every breach of the rule, in words. */
    List<String> breachesOf(Function<String, ArchRule> rule) {
        return rule.apply(root)
                .allowEmptyShould(false)
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }
}
