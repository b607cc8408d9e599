package com.emlyon.connect.app.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code JWT_SECRET}: what tokens are signed with; made once and kept in the data folder when none is given. */
final class JwtSecret {

    private static final int SHORTEST = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private JwtSecret() {}

    static String find(Optional<String> given, boolean production, Path dataFolder) {
        if (given.isPresent()) {
            return checked("JWT_SECRET", given.get());
        }
        if (production) {
            throw new StartRefused("JWT_SECRET must be set in production: at least 32 bytes, for example from \"openssl"
                    + " rand -base64 48\".");
        }
        return kept(dataFolder);
    }

    /** {@code JWT_SECRETS_ACCEPTED}: what tokens may be signed with, too; separated by commas, blanks around them dropped. */
    static List<String> accepted(Optional<String> given) {
        return given.stream()
                .flatMap(secrets -> Stream.of(secrets.split(",", -1)))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .map(secret -> checked("Each of JWT_SECRETS_ACCEPTED", secret))
                .toList();
    }

    private static String checked(String name, String secret) {
        int length = length(secret);
        if (length < SHORTEST) {
            throw new StartRefused("%s must be at least 32 bytes long, but has %d.".formatted(name, length));
        }
        return secret;
    }

    private static String kept(Path dataFolder) {
        Path file = dataFolder.resolve("jwt-secret");
        try {
            Files.createDirectories(dataFolder);
            return DataLock.whileHolding(dataFolder.resolve("jwt-secret.lock"), PATIENCE, () -> {
                if (!Files.exists(file)) {
                    PrivateFile.write(file, PrivateFile.newSecret());
                }
                return stillGood(PrivateFile.read(file), file);
            });
        } catch (IOException e) {
            throw new StartRefused(
                    ("JWT_SECRET is not set, and no secret can be kept in %s (%s); set JWT_SECRET, or DATA_DIR to a"
                                    + " folder that can be written.")
                            .formatted(file, e.getClass().getSimpleName()));
        }
    }

    private static String stillGood(String secret, Path file) {
        if (length(secret) < SHORTEST) {
            throw new StartRefused(
                    ("JWT_SECRET is not set, and the secret kept in %s is shorter than 32 bytes; delete that file to"
                                    + " have a new one made, after which everybody signs in again.")
                            .formatted(file));
        }
        return secret;
    }

    private static int length(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8).length;
    }
}
