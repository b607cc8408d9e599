package com.emlyon.connect.architecture.violations.app;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;

/** The one place that may ask the machine, and somebody who rightly asks the clock. */
final class TheClock {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    Instant now(Clock clock) {
        return Instant.now(clock);
    }
}
