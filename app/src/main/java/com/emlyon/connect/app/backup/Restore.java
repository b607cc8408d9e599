package com.emlyon.connect.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/** Brings a backup back into a database whose tables are of the same version and hold no facts, and into an upload folder. */
public final class Restore {

    private final DataSource database;
    private final Path uploads;

    /** Restores into this database and this folder. */
    public Restore(DataSource database, Path uploads) {
        this.database = database;
        this.uploads = uploads;
    }

    /** What an archive contains. */
    public static Manifest manifest(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null) {
                throw new IOException("it has no " + Manifest.ENTRY);
            }
            try (InputStream json = zip.getInputStream(entry)) {
                return JsonMapper.shared().readValue(json, Manifest.class);
            }
        }
    }

    /**
     * Brings everything back: pictures first, as tables name them, and then all tables or none.
     *
     * @throws NotEmpty when there are facts already
     */
    public void from(Path archive) throws IOException, SQLException {
        Manifest manifest = manifest(archive);
        try (ZipFile zip = new ZipFile(archive.toFile());
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            refuseUnlessEmpty(statement);
            restoreUploads(zip);
            List<String> names = manifest.tables().stream()
                    .map(table -> "store." + table.name())
                    .toList();
            for (String name : names) {
                // What triggers would do has been done when the rows were written first.
                statement.execute("ALTER TABLE %s DISABLE TRIGGER USER".formatted(name));
            }
            statement.execute("TRUNCATE " + String.join(", ", names));
            for (Manifest.Table table : manifest.tables()) {
                try (InputStream rows = zip.getInputStream(zip.getEntry(table.entry()))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY %s FROM STDIN".formatted(table.target()), rows);
                }
            }
            for (String name : names) {
                statement.execute("ALTER TABLE %s ENABLE TRIGGER USER".formatted(name));
            }
            connection.commit();
        }
    }

    private static void refuseUnlessEmpty(Statement statement) throws SQLException {
        statement.execute("LOCK TABLE store.fact IN ACCESS EXCLUSIVE MODE");
        try (ResultSet facts = statement.executeQuery("SELECT EXISTS (SELECT FROM store.fact)")) {
            if (facts.next() && facts.getBoolean(1)) {
                throw new NotEmpty();
            }
        }
    }

    private void restoreUploads(ZipFile zip) throws IOException {
        for (ZipEntry entry : zip.stream().toList()) {
            if (entry.getName().startsWith("uploads/") && !entry.isDirectory()) {
                Path file = uploads.resolve(entry.getName().substring("uploads/".length()))
                        .normalize();
                if (!file.startsWith(uploads.normalize())) {
                    throw new IOException("it names a file outside of the upload folder");
                }
                if (!Files.exists(file)) {
                    Files.createDirectories(file.getParent());
                    try (InputStream picture = zip.getInputStream(entry)) {
                        Files.copy(picture, file);
                    }
                }
            }
        }
    }

    /** There are facts already, which a restore would have to delete. */
    public static final class NotEmpty extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotEmpty() {
            super("The database has facts already");
        }
    }
}
