package com.emlyon.connect.app.logging;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;

/** The level of one logger on the node that answers; {@code level} is null where it is inherited. */
record LogLevelAnswer(
        @Schema(example = "com.emlyon.connect.app.feed") String logger,

        @Schema(example = "DEBUG") @Nullable String level,

        @Schema(example = "DEBUG") String effectiveLevel) {

    static LogLevelAnswer of(LoggerConfiguration logger) {
        LogLevel configured = logger.getConfiguredLevel();
        return new LogLevelAnswer(
                Objects.requireNonNull(logger.getName()),
                configured == null ? null : configured.name(),
                Objects.requireNonNull(logger.getEffectiveLevel()).name());
    }
}
