package com.emlyon.connect.app.database;

import com.emlyon.platform.postgres.PostgresOptions;
import com.emlyon.platform.postgres.SettingNames;
import java.nio.file.Path;

/** How this service names what the built-in PostgreSQL is made of; the data folders of operators contain these names. */
public final class BuiltInPostgres {

    /** What operators call the settings. */
    public static final SettingNames SETTINGS = new SettingNames("DATA_DIR", "DATABASE_URL");

    private BuiltInPostgres() {}

    static PostgresOptions in(Path data) {
        return new PostgresOptions(data, "connect", "emlyon-connect", SETTINGS);
    }
}
