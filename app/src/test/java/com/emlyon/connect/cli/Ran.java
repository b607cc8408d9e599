package com.emlyon.connect.cli;

import com.emlyon.connect.app.EmlyonConnect;
import com.emlyon.connect.app.FreePort;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.cli.EmlyonCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What a command has said, and how it ended. */
public record Ran(int exitCode, String out, String err) {

    /** The data folder of all commands of this JVM. */
    static final Path DATA = freshFolder();

    /** Runs a command on a database, within this JVM, to its end. */
    public static Ran on(String database, String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(command));
        List<String> usual = new ArrayList<>(List.of(
                "--DATABASE_URL=" + database,
                "--PORT=" + FreePort.next(),
                "--JWT_SECRET=" + TestNode.JWT_SECRET,
                "--MASTER_KEY=" + TestNode.MASTER_KEY,
                "--DATA_DIR=" + DATA,
                // Other tests of this JVM read logs.
                "--logging.level.root=info"));
        if (!all.contains("--NODE_ENV=production")) {
            usual.add("--connect.passwords.cost=4");
        }
        usual.removeIf(setting -> all.stream().anyMatch(own -> nameOf(own).equals(nameOf(setting))));
        all.addAll(usual);
        int exitCode = EmlyonCommand.over(() -> new SpringApplicationBuilder(EmlyonConnect.class))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Ran(exitCode, out.toString(), err.toString());
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "cli-").toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String nameOf(String setting) {
        return setting.split("=", 2)[0];
    }

    /** Runs {@code verify} for the projections that are named, with the options among the names. */
    public static Ran verify(String database, String... names) {
        return on(database, Stream.concat(Stream.of("verify"), Stream.of(names)).toArray(String[]::new));
    }

    /** All that it has said. */
    public String text() {
        return out + err;
    }
}
