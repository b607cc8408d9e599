package com.emlyon.connect.app.startup;

import com.emlyon.connect.app.settings.StartRefused;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the tables to the version of the code, or refuses the start with one sentence. */
@Configuration(proxyBeanMethods = false)
class MigrationsAtStart {

    @Bean
    FlywayMigrationStrategy refusingMigrations() {
        return flyway -> {
            TablesVersion.problem(flyway).ifPresent(sentence -> {
                throw new StartRefused(sentence);
            });
            try {
                flyway.migrate();
            } catch (FlywayException failure) {
                throw new StartRefused(TablesVersion.sentence(failure), failure);
            }
        };
    }
}
