package com.emlyon.connect.app.startup;

import com.emlyon.connect.app.settings.StartRefused;
import com.emlyon.platform.postgres.PostgresStart;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Checks, before any bean is made, settings and resources that would otherwise fail in the middle of the start. Then it
 * waits for the operator's own database, or begins the start of the built-in one.
 */
public final class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        context.addBeanFactoryPostProcessor(beans -> {
            refuseUnlessBindable(beans, environment);
            beginPostgres(beans);
        });
        refuseUnlessReady(environment);
        Duration longest = Binder.get(environment)
                .bind("connect.database.longest-wait", Duration.class)
                .get();
        DatabaseAddress.in(environment).ifPresent(address -> new DatabaseWait(address, longest).await());
    }

    /**
     * Runs before the web server is made, because that would log a warning for each thread that a refused start leaves
     * behind.
     */
    private static void refuseUnlessBindable(ConfigurableListableBeanFactory beans, Environment environment) {
        Binder binder = Binder.get(environment);
        for (String name : beans.getBeanDefinitionNames()) {
            // The name consists of the prefix and the class; "connect" alone knows the port only once the service
            // listens.
            int end = name.indexOf("-com.emlyon.connect.");
            Class<?> type = end > 0 && name.startsWith("connect.") ? beans.getType(name) : null;
            if (type != null) {
                binder.bind(name.substring(0, end), type);
            }
        }
    }

    /** Begins once no setting can be refused any more, so that PostgreSQL starts while the context is built. */
    private static void beginPostgres(ConfigurableListableBeanFactory beans) {
        // Ignores factory beans, because looking into them would create them.
        beans.getBeanProvider(PostgresStart.class, false).ifAvailable(PostgresStart::begin);
    }

    private static void refuseUnlessReady(ConfigurableEnvironment environment) {
        ListeningPort.ofService(environment).problem().ifPresent(StartChecks::refuse);
        ListeningPort.ofManagement(environment).flatMap(ListeningPort::problem).ifPresent(StartChecks::refuse);
        new UploadFolder(Path.of(environment.getRequiredProperty("connect.uploads")))
                .problem()
                .ifPresent(StartChecks::refuse);
    }

    private static void refuse(String sentence) {
        throw new StartRefused(sentence);
    }
}
