package com.emlyon.platform.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The programs of PostgreSQL, unpacked from the archive on the class path. They are unpacked beside their final place
 * and moved there when complete, so that an interrupted unpacking is never taken for a finished one.
 */
final class PostgresBinaries {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String UNFINISHED = "unfinished-";
    private static final int NAME_LENGTH = 16;

    private final Path folder;
    private final SettingNames settings;

    private PostgresBinaries(Path folder, SettingNames settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Unpacks the programs below this folder unless they are there. Only one process may do so at a time. */
    static PostgresBinaries unpackedBelow(Path parent, SettingNames settings) throws IOException {
        byte[] archive = archive(settings);
        Files.createDirectories(parent);
        Leftovers.remove(parent, UNFINISHED);
        Path folder = parent.resolve(name(archive));
        if (!Files.isDirectory(folder)) {
            log.info("Unpacking the built-in PostgreSQL into {}, once; this takes some seconds", folder);
            Path unfinished = Files.createTempDirectory(parent, UNFINISHED);
            PostgresArchive.unpack(archive, unfinished);
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(folder.toRealPath(), settings);
    }

    static void refuseUnlessRunnable(SettingNames settings) throws IOException {
        archive(settings);
        withoutRoot(settings);
    }

    /** Runs one of the programs to its end and returns the result. */
    ProgramResult run(String program, String... arguments) throws IOException {
        // A file and not a pipe: the server outlives the program that starts it and would keep a pipe open.
        Path output = Files.createTempFile(folder.resolveSibling(""), UNFINISHED, ".out");
        try {
            List<String> command = new ArrayList<>(withoutRoot(settings));
            command.add(folder.resolve("bin").resolve(program).toString());
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            int code = builder.start().waitFor();
            return new ProgramResult(
                    program, code == 0, Files.readString(output).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + program + " was running");
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** PostgreSQL refuses to run as root, so root runs it in a user namespace in which it is the user nobody. */
    private static List<String> withoutRoot(SettingNames settings) {
        if (LinuxUtils.isUnshareAvailable()) {
            return List.of("unshare", "-U");
        }
        if (system().equals("Linux") && "root".equals(System.getProperty("user.name"))) {
            throw new PostgresStartException(
                    ("The built-in PostgreSQL cannot run as root here, because \"unshare -U\" is not permitted;"
                                    + " start the service as another user, or set %s to a PostgreSQL of your own.")
                            .formatted(settings.url()));
        }
        return List.of();
    }

    private static byte[] archive(SettingNames settings) throws IOException {
        String architecture = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system(), architecture.equals("amd64") ? "x86_64" : architecture)) {
            return archive.readAllBytes();
        } catch (IllegalStateException missing) {
            throw new PostgresStartException(
                    "There is no built-in PostgreSQL for %s on %s in this build; set %s to a PostgreSQL of your own."
                            .formatted(System.getProperty("os.name"), architecture, settings.url()));
        }
    }

    private static String system() {
        String name = System.getProperty("os.name");
        if (name.startsWith("Windows")) {
            return "Windows";
        }
        return name.startsWith("Mac") ? "Darwin" : name;
    }

    private static String name(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
