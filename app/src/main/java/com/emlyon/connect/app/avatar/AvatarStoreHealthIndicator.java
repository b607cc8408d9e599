package com.emlyon.connect.app.avatar;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Reports at {@code /actuator/health} whether pictures can be stored. If they cannot, the node is degraded, not down:
 * it still serves all other requests, and a load balancer must not remove all nodes because the folder that they share
 * is full.
 */
@Component
class AvatarStoreHealthIndicator implements HealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED");

    private final AvatarStore store;

    AvatarStoreHealthIndicator(AvatarStore store) {
        this.store = store;
    }

    @Override
    public Health health() {
        Optional<String> obstacle = store.obstacle();
        return obstacle.map(reason ->
                        Health.status(DEGRADED).withDetail("reason", reason).build())
                .orElseGet(() -> Health.up().build());
    }
}
