package com.emlyon.connect.app.web;

import org.springframework.web.util.pattern.PathPatternParser;

/** Matches paths in any case, for routes as well as for security rules. */
public final class Paths {

    private Paths() {}

    /** A parser of patterns that match in any case. */
    public static PathPatternParser anyCase() {
        PathPatternParser parser = new PathPatternParser();
        parser.setCaseSensitive(false);
        return parser;
    }
}
