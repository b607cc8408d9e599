package com.emlyon.platform.postgres.autoconfigure;

import com.emlyon.platform.postgres.PostgresStart;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The address of the built-in PostgreSQL, and the credentials for it; who asks for them waits until it runs. */
public record EmbeddedPostgresConnectionDetails(PostgresStart start) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
        return start.await().user();
    }

    @Override
    public String getPassword() {
        return start.await().password();
    }

    @Override
    public String getJdbcUrl() {
        return start.await().jdbcUrl();
    }
}
