package com.emlyon.connect.app;

import com.emlyon.connect.app.cli.EmlyonCommand;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The entry point of the service. What Axon would store by itself is stored by the packages store and processing. */
@SpringBootApplication(
        scanBasePackages = "com.emlyon.connect",
        exclude = {JpaAutoConfiguration.class, JpaEventStoreAutoConfiguration.class, JdbcAutoConfiguration.class})
public class EmlyonConnect {

    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final String MOST_CARRIERS = "64";

    /** Does what the command line says; see {@code --help}. */
    public static void main(String[] arguments) {
        // Axon would otherwise print an advertisement at every start.
        System.setProperty("disable-axoniq-console-message", "true");
        reserveThreads();
        int exitCode = EmlyonCommand.over(() -> new SpringApplicationBuilder(EmlyonConnect.class))
                .execute(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /**
     * A virtual thread that computes keeps its carrier. With more carriers than requests that read at once, health and metrics find
     * one at any time, and the system shares the processors among all.
     */
    private static void reserveThreads() {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, MOST_CARRIERS);
        }
    }
}
