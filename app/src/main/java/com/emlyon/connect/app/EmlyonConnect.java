package com.emlyon.connect.app;

import com.emlyon.connect.app.cli.EmlyonCommand;
import com.emlyon.platform.postgres.autoconfigure.EmbeddedPostgresAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The entry point of the service. What Axon would store by itself is stored by the module event-store, and the package
 * database starts the built-in PostgreSQL, earlier than its auto-configuration would.
 */
@SpringBootApplication(
        scanBasePackages = "com.emlyon.connect",
        exclude = {
            EmbeddedPostgresAutoConfiguration.class,
            JpaAutoConfiguration.class,
            JpaEventStoreAutoConfiguration.class,
            JdbcAutoConfiguration.class
        })
public class EmlyonConnect {

    /** Does what the command line says; see {@code --help}. */
    public static void main(String[] arguments) {
        // Axon would otherwise print an advertisement at every start.
        System.setProperty("disable-axoniq-console-message", "true");
        int exitCode = EmlyonCommand.over(() -> new SpringApplicationBuilder(EmlyonConnect.class))
                .execute(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
