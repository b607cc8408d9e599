package com.emlyon.connect.app.live;

/**
 * The place of an item in a list: its sort key, and what requests filter by. No two items have the same place.
 *
 * @param <O> the type itself
 */
public interface ListPlace<O extends ListPlace<O>> extends Comparable<O> {

    /** The id of the item, as sent to clients. */
    String id();
}
