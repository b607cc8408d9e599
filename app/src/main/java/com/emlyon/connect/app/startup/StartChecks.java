package com.emlyon.connect.app.startup;

import com.emlyon.connect.app.database.PostgresStart;
import com.emlyon.connect.app.settings.StartRefused;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Checks before anything else is made what would otherwise fail in the middle of the start. Then it waits for the operator's own
 * database, or begins the start of the built-in one.
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

    /** Before the web server is made, which would warn of all threads that a refused start leaves behind. */
    private static void refuseUnlessBindable(ConfigurableListableBeanFactory beans, Environment environment) {
        Binder binder = Binder.get(environment);
        for (String name : beans.getBeanDefinitionNames()) {
            // The prefix and the class; "connect" alone knows the port only once the service listens.
            int end = name.indexOf("-com.emlyon.connect.");
            Class<?> type = end > 0 && name.startsWith("connect.") ? beans.getType(name) : null;
            if (type != null) {
                binder.bind(name.substring(0, end), type);
            }
        }
    }

    /** As soon as no setting can be refused any more, so that the server starts beside the context. */
    private static void beginPostgres(ConfigurableListableBeanFactory beans) {
        // Without looking into factory beans, which would have to be made for that.
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
