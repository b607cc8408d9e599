package com.emlyon.connect.app.startup;

import com.emlyon.connect.app.settings.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks that the tables of a database have exactly the version of this code, without Flyway, which takes a second. */
public final class CurrentTables {

    private static final Pattern MIGRATION = Pattern.compile("V([0-9]+)__.*\\.sql");

    private final JdbcClient database;

    /** Uses the given connections. */
    public CurrentTables(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * Returns when the tables have the version of this code.
     *
     * @throws StartRefused when they are older or newer, or do not exist
     */
    public void refuseOthers() {
        int found = version();
        int known = newestKnown();
        if (found == 0) {
            throw new StartRefused(
                    "DATABASE_URL: the database has no tables yet; start the service once, which makes them.");
        }
        if (found < known) {
            throw new StartRefused(
                    ("DATABASE_URL: the tables of the database are of version %d, and this program needs version %d;"
                                    + " start the service once, which brings them there.")
                            .formatted(found, known));
        }
        if (found > known) {
            throw new StartRefused(TablesVersion.tooNew(Integer.toString(found), Integer.toString(known)));
        }
    }

    /**
     * The version of the tables; 0 when there are none. Only SQL migrations count; migrations in Java have numbers
     * between those.
     */
    int version() {
        boolean exists = database.sql("SELECT to_regclass('flyway_schema_history') IS NOT NULL")
                .query(Boolean.class)
                .single();
        return exists ? database.sql("""
                                SELECT coalesce(max(version::int), 0) FROM flyway_schema_history
                                WHERE success AND type = 'SQL'
                                """).query(Integer.class).single() : 0;
    }

    /** The newest version of the tables that this code has a migration to. */
    public static int newestKnown() {
        try {
            Resource[] migrations =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql");
            return Arrays.stream(migrations)
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull)
                    .map(MIGRATION::matcher)
                    .filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
