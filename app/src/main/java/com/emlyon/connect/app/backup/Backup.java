package com.emlyon.connect.app.backup;

import com.emlyon.connect.query.sql.SqlFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the schema {@code store} as of one moment, and the uploaded pictures, into one archive. Views are left out: they are built
 * again from history. The built-in PostgreSQL comes without pg_dump, so tables are copied with COPY.
 */
public final class Backup {

    private static final SqlFile TABLES = SqlFile.beside(Backup.class, "tables-of-store.sql");

    private final DataSource database;
    private final Path uploads;

    /** Backs up this database and this folder. */
    public Backup(DataSource database, Path uploads) {
        this.database = database;
        this.uploads = uploads;
    }

    /** Writes the archive, which only its owner can read and which is there completely or not at all. */
    public Manifest to(Path archive, int version) throws IOException, SQLException {
        Path target = archive.toAbsolutePath();
        Path unfinished = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Manifest manifest = manifest(connection, version);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
                zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
                // Right after the moment of the snapshot: a picture that is replaced meanwhile is deleted.
                copyUploads(zip);
                for (Manifest.Table table : manifest.tables()) {
                    copy(connection, table, zip);
                }
            }
            connection.rollback();
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Manifest manifest(Connection connection, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long facts;
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM store.fact")) {
                count.next();
                facts = count.getLong(1);
            }
            List<Manifest.Table> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(TABLES.statement())) {
                while (rows.next()) {
                    tables.add(new Manifest.Table(rows.getString("name"), List.of((String[])
                            rows.getArray("columns").getArray())));
                }
            }
            return new Manifest(Manifest.FORMAT, version, facts, tables);
        }
    }

    private static void copy(Connection connection, Manifest.Table table, ZipOutputStream zip)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY %s TO STDOUT".formatted(table.target()), new Unclosed(zip));
    }

    private void copyUploads(ZipOutputStream zip) throws IOException {
        if (!Files.isDirectory(uploads)) {
            return;
        }
        try (Stream<Path> files = Files.walk(uploads)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    copyUpload(file, zip);
                }
            }
        }
    }

    private void copyUpload(Path file, ZipOutputStream zip) throws IOException {
        byte[] picture;
        try {
            picture = Files.readAllBytes(file);
        } catch (NoSuchFileException replaced) {
            return;
        }
        zip.putNextEntry(
                new ZipEntry("uploads/" + uploads.relativize(file).toString().replace('\\', '/')));
        zip.write(picture);
    }

    /** The driver closes what it has written to, and the archive goes on. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
