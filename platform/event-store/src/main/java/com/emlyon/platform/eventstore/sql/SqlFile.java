package com.emlyon.platform.eventstore.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * An SQL statement in a file beside the class that runs it, so that a database administrator can read it without Java.
 */
public record SqlFile(String statement) {

    /** Reads {@code name} from the package of {@code user}. */
    public static SqlFile beside(Class<?> user, String name) {
        try (InputStream file = user.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + name + " beside " + user.getName());
            }
            return new SqlFile(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
