package com.emlyon.connect.documentation;

import java.util.Locale;

/** A method and a path with its variables in braces. */
record Route(String method, String path) {

    Route(String method, String path) {
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
    }

    /** As in {@code GET /api/events/{id}}. */
    static Route of(String text) {
        String[] parts = text.split(" ", -1);
        return new Route(parts[0], parts[1]);
    }

    boolean hasVariable() {
        return path.contains("{");
    }

    /** The path with the same text for every variable. */
    String pathTo(String variable) {
        return path.replaceAll("\\{[^}]+}", variable);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
