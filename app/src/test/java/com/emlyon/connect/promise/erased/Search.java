package com.emlyon.connect.promise.erased;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Looks for traces byte by byte. */
final class Search {

    private Search() {}

    /** In which tables of a database there are which traces: in all of them, the system's own included, whole as they are dumped. */
    static List<String> inDatabase(String url, Map<String, byte[]> traces) throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String table : tables(connection)) {
                ByteArrayOutputStream dump = new ByteArrayOutputStream();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (SELECT * FROM %s) TO STDOUT".formatted(table), dump);
                found.addAll(in(table, dump.toByteArray(), traces));
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT format('%I.%I', nspname, relname) FROM pg_class
                          JOIN pg_namespace ON pg_namespace.oid = relnamespace
                        WHERE relkind IN ('r', 'm', 'v') AND has_table_privilege(pg_class.oid, 'SELECT')
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** In which files below a folder there are which traces. */
    static List<String> inFolder(Path folder, Map<String, byte[]> traces) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(in(folder.relativize(file).toString(), Files.readAllBytes(file), traces));
            }
        }
        return found;
    }

    private static List<String> in(String where, byte[] content, Map<String, byte[]> traces) {
        // Each byte a character: so the search is that of String, which is fast.
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return traces.entrySet().stream()
                .filter(trace -> text.contains(new String(trace.getValue(), StandardCharsets.ISO_8859_1)))
                .map(trace -> "%s in %s".formatted(trace.getKey(), where))
                .toList();
    }
}
