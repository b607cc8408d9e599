package com.emlyon.connect.app.settings;

import java.util.Optional;

/**
 * {@code MANAGEMENT_PORT}: the port of health, info and metrics, separate from that of students. By default they use
 * the port of the service in development, and are disabled in production.
 */
final class ManagementPort {

    private static final int NOWHERE = -1;

    private ManagementPort() {}

    /**
     * The port for Spring; empty for that of the service, and -1 for none.
     *
     * @throws StartRefused when it is invalid, or that of the service
     */
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
