package com.emlyon.connect.app.web;

import org.springframework.http.HttpStatus;

/** The most items of a page, as it stands in addresses. */
public final class PageLimit {

    /** The highest that may be asked for. */
    public static final int HIGHEST = 500;

    private PageLimit() {}

    /**
     * Reads it.
     *
     * @throws Problem when it is no whole number from 1 to {@link #HIGHEST}
     */
    public static int parse(String text) {
        return WholeNumbers.within(1, HIGHEST, text)
                .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "page.limit"))
                .intValue();
    }
}
