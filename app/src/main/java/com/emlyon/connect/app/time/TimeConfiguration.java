package com.emlyon.connect.app.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets the one clock up. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

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

    /** Whoever asks for the clock first has the time measured first. */
    @Bean
    @SuppressWarnings("unused")
    Clock clock(DatabaseTime time, TimeMeasurement measured) {
        return new DatabaseClock(time, Clock.systemUTC());
    }

    /** Only for what libraries compare with the time of the machine. */
    @Bean(defaultCandidate = false)
    Clock machineClock() {
        return Clock.systemUTC();
    }
}
