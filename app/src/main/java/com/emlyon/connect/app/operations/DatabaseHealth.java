package com.emlyon.connect.app.operations;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows the database in {@code /actuator/health}; a node that cannot reach it is not ready. */
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
