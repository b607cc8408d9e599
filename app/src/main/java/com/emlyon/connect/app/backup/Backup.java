package com.emlyon.connect.app.backup;

import com.emlyon.platform.eventstore.sql.SqlFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a snapshot of the schema {@code store}, and the uploaded pictures, into one archive. Views are left out,
 * because they are built again from history. The built-in PostgreSQL comes without pg_dump, so tables are copied with
 * COPY.
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

    /** Writes the archive. Only its owner can read the file, and it appears only when it is complete. */
    public Manifest to(Path archive, int version) throws IOException, SQLException {
        Path target = archive.toAbsolutePath();
        Path unfinished = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
        try {
            Manifest manifest;
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                manifest = write(zip, version);
            }
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Copies pictures before the snapshot is taken, because a picture that is replaced after the snapshot is deleted;
     * and right after the snapshot copies those that were added meanwhile.
     */
    private Manifest write(ZipOutputStream zip, int version) throws IOException, SQLException {
        Set<Path> copied = new HashSet<>();
        copyUploads(zip, copied);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<Manifest.Table> tables = tables(connection);
            copyUploads(zip, copied);
            Manifest manifest = new Manifest(Manifest.FORMAT, version, facts(connection), tables);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
            for (Manifest.Table table : tables) {
                copy(connection, table, zip);
            }
            connection.rollback();
            return manifest;
        }
    }

    private static List<Manifest.Table> tables(Connection connection) throws SQLException {
        List<Manifest.Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES.statement())) {
            while (rows.next()) {
                tables.add(new Manifest.Table(rows.getString("name"), List.of((String[])
                        rows.getArray("columns").getArray())));
            }
        }
        return tables;
    }

    private static long facts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM store.fact")) {
            count.next();
            return count.getLong(1);
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

    private void copyUploads(ZipOutputStream zip, Set<Path> copied) throws IOException {
        if (Files.isDirectory(uploads)) {
            Files.walkFileTree(uploads, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    boolean finished = attributes.isRegularFile()
                            && !file.getFileName().toString().startsWith(".");
                    if (finished && !copied.contains(file) && isCopied(file, zip)) {
                        copied.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        }
    }

    /** Copies a picture into the archive. Returns false when it was replaced, and so deleted, meanwhile. */
    private boolean isCopied(Path file, ZipOutputStream zip) throws IOException {
        byte[] picture;
        try {
            picture = Files.readAllBytes(file);
        } catch (NoSuchFileException replaced) {
            return false;
        }
        zip.putNextEntry(
                new ZipEntry("uploads/" + uploads.relativize(file).toString().replace('\\', '/')));
        zip.write(picture);
        return true;
    }

    /**
     * A stream that is flushed but not closed, because the driver closes the stream that it copies to, and more entries
     * of the archive follow.
     */
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
