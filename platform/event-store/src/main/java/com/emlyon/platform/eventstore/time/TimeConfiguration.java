package com.emlyon.platform.eventstore.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Configures the clock that all code uses. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class TimeConfiguration {

    @Bean
    DatabaseTime databaseTime() {
        return new DatabaseTime(System::nanoTime);
    }

    @Bean
    TimeMeasurement timeMeasurement(JdbcClient database, DatabaseTime time) {
        TimeMeasurement measurement = new TimeMeasurement(database, time);
        measurement.measure();
        return measurement;
    }

    /**
     * Depends on the measurement, so that the time is measured before the clock is used. The only bean of its type, so
     * that handlers of Axon can have it as a parameter.
     */
    @Bean
    @SuppressWarnings("unused")
    Clock clock(DatabaseTime time, TimeMeasurement measured) {
        return new DatabaseClock(time, Clock.systemUTC());
    }
}
