package com.emlyon.connect.app.live;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what stands in a list, and when an item of it has to be written anew. The items are asked for
 * by one thread.
 *
 * @param <K> what tells the items apart
 * @param <O> where an item stands among the others
 */
public interface ListSource<K, O extends ListPlace<O>> {

    /** The path of the route that answers with the list, in small letters. */
    String path();

    /** All items. */
    Stream<K> all(Campus campus);

    /** The items that may look different after a change. */
    Stream<K> changedBy(Change change, Campus campus);

    /** The items in which something stands that an account has said. */
    Stream<K> showing(AccountId account, Campus campus);

    /** The accounts of which something stands in an item. */
    Stream<AccountId> shownIn(K key, Campus campus);

    /** An item as readers are shown it now; empty when it does not stand in the list. */
    Optional<Item<O>> item(K key, Campus campus);

    /**
     * The part of the list that a request asks for, if it asks for one. By any thread.
     *
     * @throws com.emlyon.connect.app.web.Problem when it asks for what makes no sense
     */
    Selection<O> selection(Parameters parameters);

    /**
     * An item of a list.
     *
     * @param place where it stands
     * @param answer what is written of it
     */
    record Item<O>(O place, Object answer) {}
}
