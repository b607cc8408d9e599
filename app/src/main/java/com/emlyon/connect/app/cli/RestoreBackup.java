package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.backup.Manifest;
import com.emlyon.connect.app.backup.Restore;
import com.emlyon.connect.app.backup.Restore.NotEmpty;
import com.emlyon.connect.app.backup.Restore.WrongMasterKey;
import com.emlyon.connect.app.settings.Settings;
import com.emlyon.connect.app.startup.CurrentTables;
import com.emlyon.platform.eventstore.notification.Nodes;
import com.emlyon.platform.eventstore.personal.MasterKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code restore}: restores a backup into an empty database. */
@Command(
        name = "restore",
        description = {
            "Bring a backup back into an empty database and the upload folder, with the version of the program that made it.",
            "No service may run on that database. The next start builds the views from history."
        },
        mixinStandardHelpOptions = true)
final class RestoreBackup implements Runnable {

    @Mixin
    private final HeadlessContext headless;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    RestoreBackup(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public void run() {
        try {
            Manifest manifest = Restore.manifest(file);
            if (manifest.version() != CurrentTables.newestKnown()) {
                throw new CommandFailed(
                        "The backup has tables of version %d, and this program makes those of version %d; restore it with the program that made it, and update then"
                                .formatted(manifest.version(), CurrentTables.newestKnown()));
            }
            try (var context = headless.makingTables(Part.FACTS)) {
                restore(context);
            }
            headless.out().printf("%d facts are restored; start the service%n", manifest.facts());
        } catch (IOException | SQLException failure) {
            throw new CommandFailed("%s was not restored: %s".formatted(file, failure), failure);
        } catch (NotEmpty notEmpty) {
            throw new CommandFailed("%s; restore into an empty one".formatted(notEmpty.getMessage()), notEmpty);
        } catch (WrongMasterKey wrong) {
            throw new CommandFailed("%s. Nothing was restored".formatted(wrong.getMessage()), wrong);
        }
    }

    private void restore(ApplicationContext context) throws IOException, SQLException {
        if (context.getBean(Nodes.class).areAny()) {
            throw new CommandFailed("A service is running on the database; stop it first");
        }
        DataSource database = context.getBean(DataSource.class);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(
                        context.getBeansOfType(JavaMigration.class).values().toArray(JavaMigration[]::new))
                .load()
                .migrate();
        new Restore(
                        database,
                        context.getBean(Settings.class).uploads(),
                        context.getBean(MasterKeys.class).names())
                .from(file);
    }
}
