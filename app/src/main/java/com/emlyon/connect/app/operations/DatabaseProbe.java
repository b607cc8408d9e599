package com.emlyon.connect.app.operations;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A connection reserved for the metrics, so that they wait neither for the connections of requests nor for a database
 * that is not available.
 */
@Component
class DatabaseProbe implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DatabaseProbe.class);
    private static final int MILLIS_FOR_A_CONNECTION = 750;
    private static final int MILLIS_FOR_A_SIGN_OF_LIFE = 500;
    private static final String SECONDS_FOR_AN_ANSWER = "1";
    private static final long START_WITHOUT = -1;

    private final HikariDataSource connections = new HikariDataSource();
    private final JdbcClient database = JdbcClient.create(connections);
    private final DatabaseAvailability availability;

    DatabaseProbe(JdbcConnectionDetails details, DatabaseAvailability availability, MeterRegistry meters) {
        this.availability = availability;
        connections.setPoolName("probe");
        connections.setJdbcUrl(details.getJdbcUrl());
        connections.setUsername(details.getUsername());
        connections.setPassword(details.getPassword());
        connections.setMaximumPoolSize(1);
        connections.setConnectionTimeout(MILLIS_FOR_A_CONNECTION);
        connections.setValidationTimeout(MILLIS_FOR_A_SIGN_OF_LIFE);
        connections.setInitializationFailTimeout(START_WITHOUT);
        connections.addDataSourceProperty("connectTimeout", SECONDS_FOR_AN_ANSWER);
        connections.addDataSourceProperty("socketTimeout", SECONDS_FOR_AN_ANSWER);
        connections.setMetricRegistry(meters);
    }

    /** The answer to a query, which must not be null; empty when the database does not answer in time. */
    <T> Optional<T> ask(Function<JdbcClient, T> question) {
        if (availability.isAway()) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(database));
        } catch (DataAccessException failure) {
            if (!availability.report(failure)) {
                log.error("Something could not be measured", failure);
            }
            return Optional.empty();
        }
    }

    @Override
    public void destroy() {
        connections.close();
    }
}
