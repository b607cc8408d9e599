package com.emlyon.platform.postgres.autoconfigure;

import com.emlyon.platform.postgres.PostgresOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the built-in PostgreSQL.
 *
 * @param enabled whether it is started and used. By default it is when no spring.datasource.url is set.
 * @param folder where it keeps its data between starts.
 * @param name the name of the database and of the role that owns it. It cannot be changed once the database is made.
 */
@ConfigurationProperties("embedded-postgres")
public record EmbeddedPostgresProperties(
        @Nullable Boolean enabled,
        @DefaultValue("data") Path folder,
        @DefaultValue(PostgresOptions.USUAL_NAME) String name) {}
