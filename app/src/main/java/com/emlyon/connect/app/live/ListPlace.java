package com.emlyon.connect.app.live;

/**
 * Where an item stands in a list, and by what it is searched for; no two items have the same place.
 *
 * @param <O> the type itself
 */
public interface ListPlace<O extends ListPlace<O>> extends Comparable<O> {

    /** The id of the item, as clients are shown it. */
    String id();
}
