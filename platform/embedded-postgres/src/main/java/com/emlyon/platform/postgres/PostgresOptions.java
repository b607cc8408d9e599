package com.emlyon.platform.postgres;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where the built-in PostgreSQL keeps its data, and the names it uses. All services on one folder must use the same
 * names.
 *
 * @param folder the data folder; the databases are in its folder {@code postgres}
 * @param name the name of the database, of the role that owns it, and of the files with password and port
 * @param application what the names of the launcher's own sessions begin with, as {@code pg_stat_activity} shows them
 * @param settings what the operator calls the settings
 */
public record PostgresOptions(Path folder, String name, String application, SettingNames settings) {

    /** The name of database and role unless another is given. */
    public static final String USUAL_NAME = "app";

    private static final String USUAL_APPLICATION = "embedded-postgres";

    /** An identifier that needs no quotes, and is neither the superuser nor a role of PostgreSQL's own. */
    private static final Pattern NAME = Pattern.compile("(?!postgres$|pg_)[a-z][a-z0-9_]{0,62}");

    /** Refuses names that cannot be used. */
    public PostgresOptions {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    ("The name of the database must consist of lowercase letters, digits and underscores, and be no name"
                                    + " of PostgreSQL's own, but is \"%s\".")
                            .formatted(name));
        }
    }

    /** The usual names, and messages that speak of the properties of Spring Boot. */
    public static PostgresOptions in(Path folder) {
        return in(folder, USUAL_NAME);
    }

    /** The same with another name of database and role. */
    public static PostgresOptions in(Path folder, String name) {
        return new PostgresOptions(folder, name, USUAL_APPLICATION, SettingNames.OF_SPRING_BOOT);
    }
}
