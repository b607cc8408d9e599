package com.emlyon.connect.app.settings;

import java.util.Optional;

/**
 * {@code MANAGEMENT_PORT}: where health, info and metrics are, apart from what students reach. Without it they are on the
 * port of the service in development, and nowhere in production.
 */
final class ManagementPort {

    private static final int NOWHERE = -1;

    private ManagementPort() {}

    /** The port for Spring; empty for that of the service. */
    static Optional<Integer> find(Optional<String> given, Optional<Integer> servicePort, boolean production) {
        if (given.isEmpty()) {
            return production ? Optional.of(NOWHERE) : Optional.empty();
        }
        int port = Port.parse("MANAGEMENT_PORT", given.get());
        if (port != 0 && port == servicePort.orElse(Port.UNLESS_GIVEN)) {
            throw new StartRefused("MANAGEMENT_PORT must be another port than PORT, but is %d, too.".formatted(port));
        }
        return Optional.of(port);
    }
}
