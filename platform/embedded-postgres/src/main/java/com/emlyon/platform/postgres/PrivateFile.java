package com.emlyon.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;

/** Files that only the user of the service can read, and that are written completely or not at all. */
public final class PrivateFile {

    private static final int RANDOM_BYTES = 48;

    private PrivateFile() {}

    /** Writes the text, replacing an existing file atomically. */
    public static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        // Java creates temporary files with permissions 600 where the file system has permissions.
        Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
        try {
            Files.writeString(draft, text);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** The text of the file, without surrounding white space. */
    public static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    /** A new secret of 64 letters, digits, hyphens and underscores. */
    public static String newSecret() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
