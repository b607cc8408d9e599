package com.emlyon.connect.app.operations;

import com.emlyon.connect.app.availability.DatabaseAvailability;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The database as {@code /actuator/health} shows it; a node without it is not ready. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private final DatabaseAvailability database;

    DatabaseHealth(DatabaseAvailability database) {
        this.database = database;
    }

    @Override
    public Health health() {
        return database.answers() ? Health.up().build() : Health.down().build();
    }
}
