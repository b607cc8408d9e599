package com.emlyon.connect.app.history;

import com.emlyon.connect.app.web.PageLimit;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.WholeNumbers;
import org.springframework.http.HttpStatus;

/** The part of a stream that is requested: at most so many facts after a sequence; -1 is before the first. */
record Page(long after, int limit) {

    static final String FROM_THE_BEGINNING = "-1";
    static final String LIMIT_UNLESS_GIVEN = "100";

    private static final long BEFORE_THE_FIRST = -1;

    /**
     * Parses the parameters of a request.
     *
     * @throws Problem when one is no whole number, or out of bounds
     */
    static Page parse(String after, String limit) {
        return new Page(
                WholeNumbers.within(BEFORE_THE_FIRST, Long.MAX_VALUE, after)
                        .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "page.after")),
                PageLimit.parse(limit));
    }
}
