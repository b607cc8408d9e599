package com.emlyon.connect.app.installation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.springframework.boot.system.ApplicationHome;

/**
 * A folder with the program, its libraries beside it, and a launcher. The JVM reads libraries that lie in files of their own faster than
 * those in the runnable jar, and takes only them from an {@link AotCache}.
 */
public final class Installation {

    static final String PROGRAM = "emlyon-connect.jar";
    private static final String LAUNCHER = "connect";
    private static final Duration LONGEST_EXTRACTION = Duration.ofMinutes(2);

    private final Path folder;
    private final UnfinishedFolder unfinished;

    Installation(Path folder) {
        this.folder = folder;
        this.unfinished = new UnfinishedFolder(folder);
    }

    /**
     * Writes the files of the running program. If this process ends before {@link #complete}, they are removed.
     *
     * @param folder where; it must not exist
     * @throws IOException when they cannot be written
     * @throws NotInstallable when the folder exists, or the running program is not the runnable jar
     */
    public static Installation in(Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw new NotInstallable(
                    "%s exists already: give each version a folder of its own, or delete this one".formatted(folder));
        }
        Path jar = runnableJar();
        Installation installation = new Installation(folder.toAbsolutePath());
        try {
            installation.layOut(jar);
        } catch (IOException failure) {
            installation.unfinished.remove();
            throw failure;
        }
        return installation;
    }

    /**
     * Makes the installation readable by all users, and keeps it from then on.
     *
     * @throws IOException when its permissions cannot be set, or this process is ending; the files are removed then
     */
    public void complete() throws IOException {
        try {
            openToAll();
        } catch (IOException failure) {
            unfinished.remove();
            throw failure;
        }
        unfinished.keep();
    }

    private static Path runnableJar() throws IOException {
        Path source = Objects.requireNonNullElseGet(
                        new ApplicationHome(Installation.class).getSource(),
                        () -> Path.of("").toFile())
                .toPath();
        if (!isRunnableJar(source)) {
            throw new NotInstallable(
                    "Only the runnable jar can install: java -jar %s install FOLDER".formatted(PROGRAM));
        }
        return source;
    }

    private static boolean isRunnableJar(Path source) throws IOException {
        if (!Files.isRegularFile(source)) {
            return false;
        }
        try (JarFile jar = new JarFile(source.toFile())) {
            return jar.getEntry("BOOT-INF/") != null;
        }
    }

    private void layOut(Path jar) throws IOException {
        Java.run(
                Path.of("").toAbsolutePath(),
                List.of(
                        "-Djarmode=tools",
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "extract",
                        "--application-filename",
                        PROGRAM,
                        "--destination",
                        folder.toString()),
                Map.of(),
                LONGEST_EXTRACTION);
        Files.createDirectories(launcher().getParent());
        Files.writeString(
                launcher(),
                launcherScript().replace("@java@", Java.program().toString().replace("'", "'\\''")));
    }

    /**
     * Lets all users read the files and only their owner write them: the service seldom runs as the user that installs
     * it.
     */
    private void openToAll() throws IOException {
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                boolean runs = Files.isDirectory(file) || file.equals(launcher());
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static String launcherScript() throws IOException {
        try (InputStream script =
                Objects.requireNonNull(Installation.class.getResourceAsStream("launcher.sh"), "launcher.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The script that starts the service and runs its commands. */
    public Path launcher() {
        return folder.resolve("bin").resolve(LAUNCHER);
    }

    /** The jar that it starts. */
    Path program() {
        return folder.resolve(PROGRAM);
    }

    /** Where the launcher looks for the cache. */
    Path aotCache() {
        return folder.resolve("connect.aot");
    }
}
