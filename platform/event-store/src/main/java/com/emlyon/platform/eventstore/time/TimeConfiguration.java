package com.emlyon.platform.eventstore.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
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
     * Depends on the measurement, so that the time is measured before the clock is used. Axon takes only a primary bean
     * for a parameter of a handler when there are two of its type.
     */
    @Bean
    @Primary
    @SuppressWarnings("unused")
    Clock clock(DatabaseTime time, TimeMeasurement measured) {
        return new DatabaseClock(time, Clock.systemUTC());
    }

    /** The time of the machine, only for libraries that compare with it. */
    @Bean(defaultCandidate = false)
    Clock machineClock() {
        return Clock.systemUTC();
    }
}
