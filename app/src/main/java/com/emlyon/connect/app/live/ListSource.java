package com.emlyon.connect.app.live;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Defines the items of a list, and which of them have to be serialized again after a change. One thread calls all
 * methods but {@link #selection}.
 *
 * @param <K> the key of an item
 * @param <O> the place of an item among the others
 */
public interface ListSource<K, O extends ListPlace<O>> {

    /** The path of the route that returns the list, in lower case. */
    String path();

    /** The keys of all items. */
    Stream<K> all(Campus campus);

    /** The items that may have a different content after a change. */
    Stream<K> changedBy(Change change, Campus campus);

    /** The items that contain personal data of an account. */
    Stream<K> showing(AccountId account, Campus campus);

    /** The accounts whose personal data an item contains. */
    Stream<AccountId> shownIn(K key, Campus campus);

    /** The present content of an item; empty when it is not in the list. */
    Optional<Item<O>> item(K key, Campus campus);

    /**
     * The part of the list that a request asks for. Thread-safe.
     *
     * @throws com.emlyon.connect.app.web.Problem when the parameters are invalid
     */
    Selection<O> selection(Parameters parameters);

    /**
     * An item of a list.
     *
     * @param place its place among the others
     * @param answer the object that is serialized
     */
    record Item<O>(O place, Object answer) {}
}
