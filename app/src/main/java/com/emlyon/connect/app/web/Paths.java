package com.emlyon.connect.app.web;

import org.springframework.web.util.pattern.PathPatternParser;

/** How paths are compared, by routes and by doors alike: whatever their case. */
public final class Paths {

    private Paths() {}

    /** A parser of patterns that match in any case. */
    public static PathPatternParser anyCase() {
        PathPatternParser parser = new PathPatternParser();
        parser.setCaseSensitive(false);
        return parser;
    }
}
