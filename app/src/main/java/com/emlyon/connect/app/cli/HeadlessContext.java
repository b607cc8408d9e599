package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.settings.OperatorEnvironment;
import com.emlyon.connect.app.settings.StartRefused;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The application context of a command, whether or not a service is running: it logs little and has no web server.
 * Mixed into such commands; arguments that are not options of the command are passed to Spring.
 */
@Command // picocli ignores a mixin that has neither this annotation nor an option
final class HeadlessContext {

    private static final String LOOKING = "--projections.at-work=false";

    /** The property of the one command that migrates the tables to the version of the code itself. */
    static final String MAKES_TABLES = "connect.command.makes-tables";

    private final Supplier<SpringApplicationBuilder> application;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    HeadlessContext(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    /**
     * A context of some parts of the application that run as those of a node do: they follow history and take on
     * rebuilds.
     */
    ConfigurableApplicationContext working(Part... parts) {
        ConfigurableApplicationContext context = context(arguments(), parts);
        context.getBeansOfType(SmartLifecycle.class).values().stream()
                .sorted(Comparator.comparingInt(SmartLifecycle::getPhase))
                .forEach(SmartLifecycle::start);
        return context;
    }

    /**
     * A context of some parts of the application, for a command that reads, or asks nodes to do something; the parts do
     * no work by themselves.
     */
    ConfigurableApplicationContext looking(Part... parts) {
        return context(arguments(LOOKING), parts);
    }

    /** The same, with settings of the command, which replace arguments of the same names. */
    ConfigurableApplicationContext looking(List<String> settings, Part... parts) {
        List<String> all = arguments(LOOKING);
        // Spring would join the values of an argument that is given twice.
        all.removeIf(argument -> settings.stream().anyMatch(own -> name(own).equals(name(argument))));
        all.addAll(settings);
        return context(all, parts);
    }

    private static String name(String argument) {
        return argument.split("=", 2)[0];
    }

    /** The same, for a database that may have no tables yet. */
    ConfigurableApplicationContext makingTables(Part... parts) {
        return context(arguments(LOOKING, "--" + MAKES_TABLES + "=true"), parts);
    }

    /** The whole application without its web server, for a command that sends commands to aggregates. */
    ConfigurableApplicationContext sending() {
        return application
                .get()
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=warn")
                .logStartupInfo(false)
                .run(arguments(LOOKING).toArray(String[]::new));
    }

    private List<String> arguments(String... more) {
        List<String> all = new ArrayList<>(commandLine().getUnmatchedArguments());
        all.addAll(List.of(more));
        return all;
    }

    private static ConfigurableApplicationContext context(List<String> arguments, Part... parts) {
        QuietLog.begin();
        GenericApplicationContext context = new GenericApplicationContext();
        ConfigurableEnvironment environment = OperatorEnvironment.of(arguments);
        refuseToMakeADatabase(environment);
        context.setEnvironment(environment);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        new AnnotatedBeanDefinitionReader(context, environment).register(OperatorBeans.class);
        new ClassPathBeanDefinitionScanner(context, true, environment).scan("com.emlyon.connect.app.database");
        Stream.of(parts).sorted().forEach(part -> part.register(context, environment));
        context.refresh();
        return context;
    }

    /** Refuses to create a database: only the service does that, as it also creates the tables. */
    private static void refuseToMakeADatabase(Environment environment) {
        Path cluster = Path.of(environment.getRequiredProperty("connect.data")).resolve("postgres");
        if (environment.getRequiredProperty("connect.database.embedded", Boolean.class)
                && !environment.containsProperty(MAKES_TABLES)
                && !Files.exists(cluster)) {
            throw new StartRefused(
                    "DATA_DIR: there is no database in %s; start the service once, which makes it, or set DATABASE_URL."
                            .formatted(cluster.getParent()));
        }
    }

    /** The command as it was called. */
    CommandLine commandLine() {
        return command.commandLine();
    }

    /** The output to which the command writes its results. */
    PrintWriter out() {
        return commandLine().getOut();
    }
}
