package com.emlyon.connect.app.live;

import com.emlyon.connect.app.web.PageLimit;
import java.util.Optional;

/**
 * Which page of a list is asked for; without a limit it goes to the end.
 *
 * @param after the page begins behind the item with this id
 * @param limit the most items
 */
public record ListPage(Optional<String> after, Optional<Integer> limit) {

    /** The parameter that has the id of the item behind which the page begins. */
    public static final String AFTER = "after";

    /** The parameter that has the most items. */
    public static final String LIMIT = "limit";

    /**
     * The page that a request asks for.
     *
     * @throws com.emlyon.connect.app.web.Problem when the limit is no whole number, or out of bounds
     */
    static ListPage of(Parameters parameters) {
        return new ListPage(parameters.get(AFTER), parameters.get(LIMIT).map(PageLimit::parse));
    }
}
