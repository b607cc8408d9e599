package com.emlyon.connect.app.startup;

import com.emlyon.connect.app.settings.StartRefused;
import com.emlyon.platform.eventstore.personal.MasterKeyRefused;
import com.emlyon.platform.postgres.PostgresStartException;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds the sentence that tells the operator what to change, in the causes of a failed start. */
public final class StartFailure {

    private StartFailure() {}

    /** The sentence; empty when the operator did not cause the failure. */
    public static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartRefused refused -> {
                    return Optional.ofNullable(refused.getMessage());
                }
                case MasterKeyRefused refused -> {
                    return Optional.ofNullable(refused.getMessage());
                }
                case PostgresStartException refused -> {
                    return Optional.ofNullable(refused.getMessage());
                }
                case BindException wrong -> {
                    return Optional.of(WrongSetting.of(wrong).sentence());
                }
                case PortInUseException inUse -> {
                    return Optional.of("PORT: another program listens on port %d; end it, or set PORT to another port."
                            .formatted(inUse.getPort()));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }
}
