package com.emlyon.connect.app.startup;

import com.emlyon.connect.app.database.BuiltInPostgres;
import com.emlyon.connect.app.settings.OperatorEnvironment;
import com.emlyon.platform.eventstore.personal.MasterKeys;
import com.emlyon.platform.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Finds all problems of a configuration that would keep the service from starting, without starting it or changing
 * anything.
 */
public final class ConfigurationCheck {

    private final List<CheckedPart> parts = new ArrayList<>();

    private ConfigurationCheck() {}

    /** Checks the configuration that follows from the arguments, the environment variables and the configuration files. */
    public static List<CheckedPart> of(List<String> arguments) {
        ConfigurationCheck check = new ConfigurationCheck();
        List<String> wrong = new ArrayList<>();
        ConfigurableEnvironment environment =
                OperatorEnvironment.examined(arguments, refused -> wrong.add(refused.getMessage()));
        check.settings(environment, wrong);
        check.ports(environment, wrong);
        check.add(
                "folders",
                new UploadFolder(Path.of(environment.getRequiredProperty("connect.uploads")))
                        .problem().stream().toList());
        boolean urlIsWrong = wrong.stream().anyMatch(problem -> problem.startsWith("DATABASE_URL"));
        if (!urlIsWrong) {
            check.database(environment);
        }
        return check.parts;
    }

    private void add(String name, List<String> problems) {
        parts.add(new CheckedPart(name, List.copyOf(problems)));
    }

    private void settings(ConfigurableEnvironment environment, List<String> wrong) {
        List<String> problems = new ArrayList<>(wrong);
        Binder binder = Binder.get(environment);
        bind(binder, "connect.database.longest-wait", Duration.class, problems);
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (BeanDefinition found : scanner.findCandidateComponents("com.emlyon.connect.app")) {
            Class<?> type = ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null);
            String prefix = Objects.requireNonNull(AnnotationUtils.findAnnotation(type, ConfigurationProperties.class))
                    .value();
            // The variables of "connect" itself have been translated one by one.
            if (prefix.startsWith("connect.")) {
                bind(binder, prefix, type, problems);
            }
        }
        add("settings", problems.stream().distinct().toList());
    }

    private static void bind(Binder binder, String prefix, Class<?> type, List<String> problems) {
        try {
            binder.bind(prefix, Bindable.of(type));
        } catch (BindException wrong) {
            problems.add(WrongSetting.of(wrong).sentence());
        }
    }

    private void ports(ConfigurableEnvironment environment, List<String> wrong) {
        List<String> problems = new ArrayList<>();
        if (wrong.stream().noneMatch(problem -> problem.startsWith("PORT"))) {
            ListeningPort.ofService(environment).problem().ifPresent(problems::add);
        }
        ListeningPort.ofManagement(environment).flatMap(ListeningPort::problem).ifPresent(problems::add);
        add("ports", problems);
    }

    private void database(ConfigurableEnvironment environment) {
        Optional<DatabaseAddress> own = DatabaseAddress.in(environment);
        if (own.isEmpty()) {
            add(
                    "built-in PostgreSQL",
                    EmbeddedPostgres.problem(BuiltInPostgres.SETTINGS).stream().toList());
            return;
        }
        DatabaseAddress address = own.get();
        try (Connection connection = address.connect()) {
            List<String> problems = DatabaseExamination.problems(address, connection);
            add("database", problems);
            if (problems.isEmpty()) {
                add("tables", tables(address));
                add("keys", keys(connection, environment));
            }
        } catch (SQLException failure) {
            add("database", List.of(new DatabaseFailure(address, failure).sentence()));
        }
    }

    private static List<String> tables(DatabaseAddress address) {
        Flyway flyway = Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db/migration")
                .load();
        return TablesVersion.problem(flyway).stream().toList();
    }

    /** Reports keys in the database that none of the given master keys has wrapped. */
    private static List<String> keys(Connection connection, ConfigurableEnvironment environment) throws SQLException {
        Binder binder = Binder.get(environment);
        Set<String> known = new TreeSet<>();
        binder.bind("connect.master.secret", String.class).ifBound(secret -> known.add(MasterKeys.nameOf(secret)));
        binder.bind("connect.master.accepted", Bindable.listOf(String.class))
                .ifBound(all -> all.forEach(secret -> known.add(MasterKeys.nameOf(secret))));
        List<String> problems = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (!has(statement, "SELECT to_regclass('store.person_key') IS NOT NULL")) {
                return List.of();
            }
            try (ResultSet used =
                    statement.executeQuery("SELECT master FROM store.person_key UNION SELECT master FROM store.key")) {
                while (used.next()) {
                    String name = used.getString(1);
                    if (name != null && !known.contains(name)) {
                        problems.add(
                                ("MASTER_KEY: the keys in the database were wrapped by another master key (%s): give that"
                                                + " one as MASTER_KEY, or in MASTER_KEYS_ACCEPTED.")
                                        .formatted(name));
                    }
                }
            }
        }
        return problems;
    }

    private static boolean has(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /**
     * A part of the configuration.
     *
     * @param problems the problems found, one sentence each
     */
    public record CheckedPart(String name, List<String> problems) {}
}
