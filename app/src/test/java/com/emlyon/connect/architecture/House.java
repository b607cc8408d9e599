package com.emlyon.connect.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/** What the rules look at. A rule that finds nothing to look at is broken, too. */
record House(String root, JavaClasses classes) {

    /** The house that runs. */
    static final House OURS = new House(
            "com.emlyon.connect",
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("com.emlyon.connect"));

    /** A small house with the same rooms, in which every rule is broken on purpose. */
    static final House BROKEN = new House(
            "com.emlyon.connect.architecture.violations",
            new ClassFileImporter().importPackages("com.emlyon.connect.architecture.violations"));

    /** Fails with all breaches of a rule that is made for the root package of a house. */
    void keeps(Function<String, ArchRule> rule) {
        rule.apply(root).allowEmptyShould(false).check(classes);
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
