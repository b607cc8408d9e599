package com.emlyon.connect.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Restores a backup into a database whose tables are of the same version and hold no facts, and into an upload folder.
 */
public final class Restore {

    private final DataSource database;
    private final Path uploads;
    private final Set<String> masterKeys;

    /**
     * Restores into this database and this folder. All keys in the backup must be wrapped by one of these master keys,
     * which are given by their names.
     */
    public Restore(DataSource database, Path uploads, Set<String> masterKeys) {
        this.database = database;
        this.uploads = uploads;
        this.masterKeys = masterKeys;
    }

    /** Reads what an archive contains. */
    public static Manifest manifest(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null) {
                throw new IOException("it has no " + Manifest.ENTRY);
            }
            try (InputStream json = new Verified(zip, entry)) {
                Manifest manifest = JsonMapper.shared().readValue(json, Manifest.class);
                if (manifest.format() != Manifest.FORMAT) {
                    throw new IOException("it has the format %d, and this program knows only %d"
                            .formatted(manifest.format(), Manifest.FORMAT));
                }
                return manifest;
            } catch (JacksonException unreadable) {
                throw new IOException("its %s cannot be read".formatted(Manifest.ENTRY), unreadable);
            }
        }
    }

    /**
     * Restores all tables, or none, in one transaction. The pictures are restored before it commits, so that no row is
     * visible whose picture is missing.
     *
     * @throws NotEmpty when the database already has facts
     * @throws WrongMasterKey when a key in the backup is wrapped by a master key that was not given, so that the
     *     service could not read the data
     */
    public void from(Path archive) throws IOException, SQLException {
        Manifest manifest = manifest(archive);
        try (ZipFile zip = new ZipFile(archive.toFile());
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            refuseUnlessEmpty(statement);
            List<String> names = manifest.tables().stream()
                    .map(table -> "store." + table.name())
                    .toList();
            for (String name : names) {
                // The triggers ran when the rows were first written, and their results are in the backup.
                statement.execute("ALTER TABLE %s DISABLE TRIGGER USER".formatted(name));
            }
            statement.execute("TRUNCATE " + String.join(", ", names));
            for (Manifest.Table table : manifest.tables()) {
                ZipEntry entry = zip.getEntry(table.entry());
                if (entry == null) {
                    throw new IOException("it has no " + table.entry());
                }
                try (InputStream rows = new Verified(zip, entry)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY %s FROM STDIN".formatted(table.target()), rows);
                }
            }
            for (String name : names) {
                statement.execute("ALTER TABLE %s ENABLE TRIGGER USER".formatted(name));
            }
            refuseUnknownMasterKeys(statement);
            restoreUploads(zip);
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

    private void refuseUnknownMasterKeys(Statement statement) throws SQLException {
        try (ResultSet used =
                statement.executeQuery("SELECT master FROM store.key UNION SELECT master FROM store.person_key")) {
            while (used.next()) {
                String name = used.getString(1);
                if (name != null && !masterKeys.contains(name)) {
                    throw new WrongMasterKey(name);
                }
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
                    restore(zip, entry, file);
                }
            }
        }
    }

    /**
     * Writes to a temporary file first, so that an interrupted restore leaves no partial picture, which the next
     * attempt would take for a complete one.
     */
    private static void restore(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        try (InputStream picture = new Verified(zip, entry)) {
            Files.copy(picture, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Reads an entry, and throws at its end if the checksum does not match. {@link ZipFile} itself does not check it.
     */
    private static final class Verified extends CheckedInputStream {

        private final ZipEntry entry;

        Verified(ZipFile zip, ZipEntry entry) throws IOException {
            super(zip.getInputStream(entry), new CRC32());
            this.entry = entry;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            refuseDamage(count);
            return count;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            refuseDamage(next);
            return next;
        }

        private void refuseDamage(int read) throws IOException {
            if (read < 0 && getChecksum().getValue() != entry.getCrc()) {
                throw new IOException("%s in it is damaged".formatted(entry.getName()));
            }
        }
    }

    /** The database already has facts, which a restore would have to delete. */
    public static final class NotEmpty extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotEmpty() {
            super("The database has facts already");
        }
    }

    /** The keys in the backup were wrapped by a master key that is not given. */
    public static final class WrongMasterKey extends RuntimeException {

        private static final long serialVersionUID = 1;

        WrongMasterKey(String name) {
            super(
                    ("MASTER_KEY: the keys in the backup were wrapped by another master key (%s): give that one as MASTER_KEY, or in"
                                    + " MASTER_KEYS_ACCEPTED")
                            .formatted(name));
        }
    }
}
