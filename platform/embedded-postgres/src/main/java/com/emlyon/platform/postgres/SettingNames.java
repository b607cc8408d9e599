package com.emlyon.platform.postgres;

/**
 * What the operator calls the settings that messages ask them to change.
 *
 * @param folder the setting of the data folder
 * @param url the setting of a PostgreSQL of their own, used instead of the built-in one
 */
public record SettingNames(String folder, String url) {

    /** The properties of Spring Boot. */
    public static final SettingNames OF_SPRING_BOOT =
            new SettingNames("embedded-postgres.folder", "spring.datasource.url");
}
