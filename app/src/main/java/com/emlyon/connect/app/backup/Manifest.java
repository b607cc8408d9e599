package com.emlyon.connect.app.backup;

import java.util.List;

/**
 * What a backup contains.
 *
 * @param format the format of the archive
 * @param version the version of the tables
 * @param facts the number of facts
 * @param tables those of the schema {@code store}, with the columns that were copied
 */
public record Manifest(int format, int version, long facts, List<Table> tables) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /** A table and its columns. */
    public record Table(String name, List<String> columns) {

        String entry() {
            return "tables/" + name + ".copy";
        }

        /** The table and its columns as a COPY statement names them. */
        String target() {
            return "store.%s (%s)".formatted(name, String.join(", ", columns));
        }
    }
}
