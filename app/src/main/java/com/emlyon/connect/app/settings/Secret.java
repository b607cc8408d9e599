package com.emlyon.connect.app.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A secret that operators give, or that is made once and kept in the data folder when they do not.
 *
 * @param variable the name of the variable that gives it
 * @param accepted the name of the variable that gives others which are still, or already, understood
 * @param file where it is kept otherwise
 * @param remedy what helps when the kept one is cut off
 */
record Secret(String variable, String accepted, String file, String remedy) {

    /** Signs tokens. */
    static final Secret OF_TOKENS = new Secret(
            "JWT_SECRET",
            "JWT_SECRETS_ACCEPTED",
            "jwt-secret",
            "delete that file to have a new one made, after which everybody signs in again");

    /** Wraps the keys with which what is said about persons is sealed. */
    static final Secret OF_KEYS = new Secret(
            "MASTER_KEY",
            "MASTER_KEYS_ACCEPTED",
            "master-key",
            "take it from a backup, as without it nobody can read what is said about persons");

    private static final int SHORTEST = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The secret that is given, or kept; a {@link StartRefused} says what is wrong with it. */
    String find(Optional<String> given, boolean production, Path dataFolder) {
        if (given.isPresent()) {
            return checked(variable, given.get());
        }
        refuseIn(production);
        return kept(dataFolder);
    }

    /** The same without making one: empty when the first start will make it. */
    Optional<String> look(Optional<String> given, boolean production, Path dataFolder) {
        if (given.isPresent()) {
            return Optional.of(checked(variable, given.get()));
        }
        refuseIn(production);
        return Files.exists(dataFolder.resolve(file)) ? Optional.of(kept(dataFolder)) : Optional.empty();
    }

    private void refuseIn(boolean production) {
        if (production) {
            throw new StartRefused(
                    "%s must be set in production: at least 32 bytes, for example from \"openssl rand -base64 48\"."
                            .formatted(variable));
        }
    }

    /** Others that are understood; separated by commas, blanks around them dropped. */
    List<String> alsoAccepted(Optional<String> given) {
        return given.stream()
                .flatMap(secrets -> Stream.of(secrets.split(",", -1)))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .map(secret -> checked("Each of " + accepted, secret))
                .toList();
    }

    private static String checked(String name, String secret) {
        int length = length(secret);
        if (length < SHORTEST) {
            throw new StartRefused("%s must be at least 32 bytes long, but has %d.".formatted(name, length));
        }
        return secret;
    }

    private String kept(Path dataFolder) {
        Path kept = dataFolder.resolve(file);
        try {
            Files.createDirectories(dataFolder);
            return DataLock.whileHolding(dataFolder.resolve(file + ".lock"), PATIENCE, () -> {
                if (!Files.exists(kept)) {
                    PrivateFile.write(kept, PrivateFile.newSecret());
                }
                return stillGood(PrivateFile.read(kept), kept);
            });
        } catch (IOException e) {
            throw new StartRefused(
                    "%1$s is not set, and no secret can be kept in %2$s (%3$s); set %1$s, or DATA_DIR to a folder that can be written."
                            .formatted(variable, kept, e.getClass().getSimpleName()));
        }
    }

    private String stillGood(String secret, Path kept) {
        if (length(secret) < SHORTEST) {
            throw new StartRefused("%s is not set, and the secret kept in %s is shorter than 32 bytes; %s."
                    .formatted(variable, kept, remedy));
        }
        return secret;
    }

    private static int length(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8).length;
    }
}
