package com.emlyon.connect.app.operations;

import com.emlyon.platform.eventstore.personal.MasterKeyAvailability;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows the master keys in {@code /actuator/health}; a node that lacks one is not ready. */
@Component("masterKeyHealthIndicator")
class MasterKeyHealth implements HealthIndicator {

    private final MasterKeyAvailability masterKeys;

    MasterKeyHealth(MasterKeyAvailability masterKeys) {
        this.masterKeys = masterKeys;
    }

    @Override
    public Health health() {
        return masterKeys.isMissing() ? Health.down().build() : Health.up().build();
    }
}
