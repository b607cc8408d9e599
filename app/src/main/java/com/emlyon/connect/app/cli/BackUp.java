package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.backup.Backup;
import com.emlyon.connect.app.backup.Manifest;
import com.emlyon.connect.app.settings.Settings;
import com.emlyon.connect.app.startup.CurrentTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup}: writes database and pictures into one file, while the service is running. */
@Command(
        name = "backup",
        description = {
            "Write facts, keys (wrapped), credentials, sessions, audit trail and pictures into one file, as of one moment.",
            "The master key is not in it, and only with that key can personal data be read: keep it elsewhere."
        },
        mixinStandardHelpOptions = true)
final class BackUp implements Runnable {

    @Mixin
    private final HeadlessContext headless;

    @Mixin
    private final JsonOutput json = new JsonOutput();

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
    private Path file = Path.of("");

    BackUp(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public void run() {
        if (Files.exists(file)) {
            throw new CommandFailed("%s exists already".formatted(file));
        }
        try (var context = headless.looking()) {
            Manifest manifest = new Backup(
                            context.getBean(DataSource.class),
                            context.getBean(Settings.class).uploads())
                    .to(file, CurrentTables.newestKnown());
            if (json.isWanted()) {
                json.print(headless.out(), new Document(file.toString(), manifest.version(), manifest.facts()));
            } else {
                headless.out()
                        .printf(
                                "%d facts, %d tables of version %d and the pictures are in %s%n",
                                manifest.facts(), manifest.tables().size(), manifest.version(), file);
            }
        } catch (IOException | SQLException failure) {
            throw new CommandFailed("The backup was not written: " + failure, failure);
        }
    }

    private record Document(String file, int version, long facts) {}
}
