package com.emlyon.connect.app.startup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The address of the operator's own database, and the credentials for it. */
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    private static final String PREFIX = "jdbc:postgresql:";
    private static final String SECONDS_TO_CONNECT = "5";
    private static final String SECONDS_TO_LOG_IN = "10";

    /** The database of {@code DATABASE_URL}; empty when the built-in one is used. */
    public static Optional<DatabaseAddress> in(Environment environment) {
        return Optional.ofNullable(environment.getProperty("spring.datasource.url"))
                .filter(url -> url.startsWith(PREFIX))
                .map(url -> new DatabaseAddress(
                        url,
                        environment.getProperty("spring.datasource.username"),
                        environment.getProperty("spring.datasource.password")));
    }

    /** Connects within seconds, or throws. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "emlyon-connect startup");
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("loginTimeout", SECONDS_TO_LOG_IN);
        properties.setProperty("socketTimeout", SECONDS_TO_LOG_IN);
        properties.setProperty("logServerErrorDetail", "false");
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /** The role that connects. */
    String role() {
        return user == null ? System.getProperty("user.name", "?") : user;
    }

    /** Host and port, as they were given. */
    String server() {
        String place = place();
        return place.startsWith("//") ? place.substring(2, slash(place)) : "localhost:5432";
    }

    /** The name of the database. */
    String database() {
        String place = place();
        return place.startsWith("//") ? place.substring(slash(place) + 1) : place;
    }

    private String place() {
        String place = jdbcUrl.substring(PREFIX.length());
        int parameters = place.indexOf('?');
        return parameters < 0 ? place : place.substring(0, parameters);
    }

    private static int slash(String place) {
        int slash = place.indexOf('/', 2);
        return slash < 0 ? place.length() - 1 : slash;
    }

    @Override
    public String toString() {
        return "the database %s at %s".formatted(database(), server());
    }
}
