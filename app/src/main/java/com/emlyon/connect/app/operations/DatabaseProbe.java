package com.emlyon.connect.app.operations;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Connections kept for those who look after the service. They wait for nobody who uses the service, and give up within
 * two seconds on a database that does not answer.
 */
@Component
class DatabaseProbe implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DatabaseProbe.class);
    private static final int MILLIS_FOR_A_CONNECTION = 750;
    private static final int MILLIS_FOR_A_SIGN_OF_LIFE = 500;
    private static final String SECONDS_FOR_AN_ANSWER = "1";
    private static final long START_WITHOUT = -1;

    /** One for health, which must not wait for the measures. */
    private static final int CONNECTIONS = 2;

    private final HikariDataSource connections = new HikariDataSource();
    private final JdbcClient database = JdbcClient.create(connections);
    private final AtomicBoolean silent = new AtomicBoolean();

    DatabaseProbe(JdbcConnectionDetails details, MeterRegistry meters) {
        connections.setPoolName("probe");
        connections.setJdbcUrl(details.getJdbcUrl());
        connections.setUsername(details.getUsername());
        connections.setPassword(details.getPassword());
        connections.setMaximumPoolSize(CONNECTIONS);
        connections.setConnectionTimeout(MILLIS_FOR_A_CONNECTION);
        connections.setValidationTimeout(MILLIS_FOR_A_SIGN_OF_LIFE);
        connections.setInitializationFailTimeout(START_WITHOUT);
        connections.addDataSourceProperty("connectTimeout", SECONDS_FOR_AN_ANSWER);
        connections.addDataSourceProperty("socketTimeout", SECONDS_FOR_AN_ANSWER);
        connections.setMetricRegistry(meters);
    }

    /** The answer to a question, which must not be null; empty when the database gives none in time. */
    <T> Optional<T> ask(Function<JdbcClient, T> question) {
        try {
            T answer = question.apply(database);
            if (silent.compareAndSet(true, false)) {
                log.info("The database answers again");
            }
            return Optional.of(answer);
        } catch (DataAccessException failure) {
            if (silent.compareAndSet(false, true)) {
                log.error(
                        "The database does not answer: {}",
                        failure.getMostSpecificCause().getMessage());
            }
            return Optional.empty();
        }
    }

    @Override
    public void destroy() {
        connections.close();
    }
}
