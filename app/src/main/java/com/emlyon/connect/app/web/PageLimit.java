package com.emlyon.connect.app.web;

import org.springframework.http.HttpStatus;

/** The maximum number of items of a page, as a parameter of an address. */
public final class PageLimit {

    /** The highest number that a client may ask for. */
    public static final int HIGHEST = 500;

    private PageLimit() {}

    /**
     * Parses the number.
     *
     * @throws Problem when it is not a whole number from 1 to {@link #HIGHEST}
     */
    public static int parse(String text) {
        return WholeNumbers.within(1, HIGHEST, text)
                .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "page.limit"))
                .intValue();
    }
}
