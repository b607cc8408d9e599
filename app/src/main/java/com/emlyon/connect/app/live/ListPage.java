package com.emlyon.connect.app.live;

import com.emlyon.connect.app.web.PageLimit;
import java.util.Optional;

/**
 * The page of a list that a request asks for; without a limit it extends to the end of the list.
 *
 * @param after the page begins after the item with this id
 * @param limit the most items
 */
public record ListPage(Optional<String> after, Optional<Integer> limit) {

    /** The parameter with the id of the item after which the page begins. */
    public static final String AFTER = "after";

    /** The parameter with the largest number of items. */
    public static final String LIMIT = "limit";

    /**
     * Reads the page from the parameters of a request.
     *
     * @throws com.emlyon.connect.app.web.Problem when the limit is not a whole number, or out of bounds
     */
    static ListPage of(Parameters parameters) {
        return new ListPage(parameters.get(AFTER), parameters.get(LIMIT).map(PageLimit::parse));
    }
}
