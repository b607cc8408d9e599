package com.emlyon.connect.app.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.emlyon.platform.eventstore.notification.NotificationListener;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node hears what it has said itself, too, when more has happened since. */
class LateNotificationsTest {

    private final Logger logger = LoggerFactory.getLogger("com.emlyon.connect.changed." + UUID.randomUUID());
    private final NotificationListener signals = mock(NotificationListener.class);
    private final LogLevels levels = new LogLevels(
            LoggingSystem.get(getClass().getClassLoader()), mock(JdbcClient.class, RETURNS_DEEP_STUBS), signals);
    private final ArgumentCaptor<Consumer<String>> listener = ArgumentCaptor.captor();

    @BeforeEach
    void listen() {
        verify(signals).on(eq(LogLevels.CHANNEL), listener.capture());
    }

    @Test
    void theWordOfAFormerChangeDoesNotUndoALaterOne() {
        levels.set(logger.getName(), LogLevel.DEBUG);
        levels.set(logger.getName(), LogLevel.OFF);

        // when
        hear("DEBUG");

        // then
        assertThat(logger.isErrorEnabled()).isFalse();

        // when
        hear("OFF");

        // then
        assertThat(logger.isErrorEnabled()).isFalse();
    }

    @Test
    void whatWasSaidLastCountsOnEachNodeWhoeverHasSaidIt() {
        levels.set(logger.getName(), LogLevel.DEBUG);

        // when: another node changed it before
        hear("OFF");

        // then
        assertThat(logger.isDebugEnabled()).isTrue();

        // when: another node changes it afterwards
        hear("DEBUG");
        hear("OFF");

        // then
        assertThat(logger.isErrorEnabled()).isFalse();
    }

    @Test
    void aWordThatWasMissedIsNotWaitedForEver() {
        levels.set(logger.getName(), LogLevel.DEBUG);

        // when
        listener.getValue().accept("");
        hear("OFF");

        // then
        assertThat(logger.isErrorEnabled()).isFalse();
    }

    private void hear(String level) {
        listener.getValue().accept(logger.getName() + "=" + level);
    }
}
