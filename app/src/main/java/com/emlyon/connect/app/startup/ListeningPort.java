package com.emlyon.connect.app.startup;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** A port on which the service is to listen. */
public record ListeningPort(
        String variable, int number, @Nullable String address) {

    /** The port of the service. */
    public static ListeningPort ofService(Environment environment) {
        return new ListeningPort(
                "PORT",
                environment.getRequiredProperty("server.port", Integer.class),
                environment.getProperty("server.address"));
    }

    /** The port of the metrics, if they have one of their own. */
    public static Optional<ListeningPort> ofManagement(Environment environment) {
        return Optional.ofNullable(environment.getProperty("management.server.port", Integer.class))
                .map(number -> new ListeningPort(
                        "MANAGEMENT_PORT", number, environment.getProperty("management.server.address")));
    }

    /**
     * The reason why the service cannot listen on the port, as a sentence; empty when it can, or the system chooses the
     * port.
     */
    public Optional<String> problem() {
        if (number <= 0) {
            return Optional.empty();
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address == null ? new InetSocketAddress(number) : new InetSocketAddress(address, number));
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(sentence(failure));
        }
    }

    private String sentence(IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        return reason.contains("in use")
                ? "%s: another program listens on port %d; end it, or set %1$s to another port."
                        .formatted(variable, number)
                : "%s: the service may not listen on port %d (%s); set %1$s to another port."
                        .formatted(variable, number, reason);
    }
}
