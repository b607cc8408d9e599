package com.emlyon.connect.app.cli;

import com.emlyon.platform.eventstore.EventStoreAutoConfiguration;
import com.emlyon.platform.projections.ProjectionsAutoConfiguration;
import com.emlyon.platform.projections.projection.Projection;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.Environment;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** A part of the application that a command needs; only its packages are scanned, because scanning all takes seconds. */
enum Part {
    /**
     * Projections and their rebuilds. Before {@link #FACTS}, as they bring a pool
     * of their own that reads history.
     */
    PROJECTIONS("projection"),

    /** Facts, the keys that decrypt them, and the clock that all nodes share. */
    FACTS("availability", "eventstore", "version"),

    /** Facts that were parked. */
    PARKING("history", "parking"),

    /** Facts as they are stored. */
    HISTORY("history"),

    /** The audit trail. */
    AUDIT("audit", "throttle"),

    /** Sessions of accounts. */
    SESSIONS("security");

    private static final String ROOT = "com.emlyon.connect.";

    private final List<String> packages;

    Part(String... packages) {
        this.packages = List.of(packages);
    }

    void register(BeanDefinitionRegistry beans, Environment environment) {
        ClassPathBeanDefinitionScanner components = new ClassPathBeanDefinitionScanner(beans, true, environment);
        // It creates the connection pool of the service; commands have a smaller one.
        components.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.DatabaseConfiguration")));
        components.scan(packages.stream().map(name -> ROOT + "app." + name).toArray(String[]::new));
        if (this == FACTS) {
            new AnnotatedBeanDefinitionReader(beans, environment).register(EventStoreAutoConfiguration.class);
        }
        if (this == PROJECTIONS) {
            new AnnotatedBeanDefinitionReader(beans, environment).register(ProjectionsAutoConfiguration.class);
            ClassPathBeanDefinitionScanner projections = new ClassPathBeanDefinitionScanner(beans, false, environment);
            projections.addIncludeFilter(new AssignableTypeFilter(Projection.class));
            projections.scan(ROOT + "query");
        }
    }
}
