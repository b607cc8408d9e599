package com.emlyon.connect.app.settings;

import com.emlyon.platform.postgres.LockTakenException;
import com.emlyon.platform.postgres.PrivateFile;
import com.emlyon.platform.postgres.ProcessLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A secret that operators set, or that the service creates once and stores in the data folder when they do not.
 *
 * @param variable the name of its environment variable
 * @param accepted the name of the variable with other secrets that are accepted, such as former or next ones
 * @param file the name of the file in which it is stored otherwise
 * @param remedy what the operator can do when the stored one is truncated
 */
record Secret(String variable, String accepted, String file, String remedy) {

    /** The secret that signs tokens. */
    static final Secret OF_TOKENS = new Secret(
            "JWT_SECRET",
            "JWT_SECRETS_ACCEPTED",
            "jwt-secret",
            "delete that file to have a new one made, after which everybody signs in again");

    /** The secret that wraps the keys with which personal data is encrypted. */
    static final Secret OF_KEYS = new Secret(
            "MASTER_KEY",
            "MASTER_KEYS_ACCEPTED",
            "master-key",
            "take it from a backup, as without it nobody can read what is said about persons");

    private static final int SHORTEST = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * The secret that is set or stored; one is created when there is none.
     *
     * @throws StartRefused when it is invalid, or missing in production
     */
    String find(Optional<String> given, boolean production, Path dataFolder) {
        if (given.isPresent()) {
            return checked(variable, given.get());
        }
        refuseIn(production);
        return kept(dataFolder);
    }

    /** The same without creating one: empty when the first start will create it. */
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

    /**
     * The other secrets that are accepted: separated by commas, without surrounding white space.
     *
     * @throws StartRefused when one is shorter than 32 bytes
     */
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
            return ProcessLock.whileHolding(dataFolder.resolve(file + ".lock"), PATIENCE, () -> {
                if (!Files.exists(kept)) {
                    PrivateFile.write(kept, PrivateFile.newSecret());
                }
                return stillGood(PrivateFile.read(kept), kept);
            });
        } catch (LockTakenException taken) {
            throw new StartRefused("DATA_DIR: " + taken.getMessage(), taken);
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
