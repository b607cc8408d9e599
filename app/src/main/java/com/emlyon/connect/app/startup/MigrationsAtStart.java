package com.emlyon.connect.app.startup;

import com.emlyon.connect.app.settings.StartRefused;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates the tables to the version of the code, or refuses the start with one sentence. */
@Configuration(proxyBeanMethods = false)
class MigrationsAtStart {

    private static final Logger log = LoggerFactory.getLogger(MigrationsAtStart.class);

    @Bean
    FlywayMigrationStrategy refusingMigrations() {
        return flyway -> {
            TablesVersion.problem(flyway).ifPresent(sentence -> {
                throw new StartRefused(sentence);
            });
            TablesVersion.newerThanKnown(flyway)
                    .ifPresent(version -> log.warn(
                            "The tables of the database are of version {}, made by a newer program; this one works with them until"
                                    + " it is replaced",
                            version));
            try {
                flyway.migrate();
            } catch (FlywayException failure) {
                throw new StartRefused(TablesVersion.sentence(failure), failure);
            }
        };
    }
}
