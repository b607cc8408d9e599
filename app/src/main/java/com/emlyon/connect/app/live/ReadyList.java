package com.emlyon.connect.app.live;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.availability.TemporarilyUnavailable;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import com.emlyon.platform.eventstore.database.DatabaseFailures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the items of a list as JSON. Items that have changed are serialized when the list is next requested. Not
 * thread-safe.
 */
final class ReadyList<K, O extends ListPlace<O>> {

    private static final Logger log = LoggerFactory.getLogger(ReadyList.class);

    /** How many accounts' keys are loaded together; the key cache does not hold many more. */
    private static final int ACCOUNTS_TOGETHER = 5_000;

    private final ListSource<K, O> source;
    private final JsonMapper json;
    private final Sha256 digest = new Sha256();
    private final Map<K, O> places = new HashMap<>();
    private final TreeMap<O, WrittenItem<O>> items = new TreeMap<>();
    private final Set<K> outdated = new HashSet<>();
    private ListContent<O> content = new ListContent<>(List.of());
    private boolean isChanged;
    private boolean isUnwritable;

    ReadyList(ListSource<K, O> source, JsonMapper json) {
        this.source = source;
        this.json = json;
    }

    ListSource<K, O> source() {
        return source;
    }

    /** Marks all items as changed. */
    void noteAll(Campus campus) {
        source.all(campus).forEach(outdated::add);
    }

    /** Marks the items that a change affects; {@code campus} is the state after it. */
    void note(Change change, Campus campus) {
        source.changedBy(change, campus).forEach(outdated::add);
    }

    /** Marks the items with personal data of an account, which cannot be decrypted any more. */
    void noteUnreadable(AccountId account, Campus campus) {
        source.showing(account, campus).forEach(outdated::add);
    }

    /** Marks all items, as the personal data of any account may have become undecryptable. */
    void noteUnreadable() {
        outdated.addAll(places.keySet());
    }

    /**
     * The present content of the list; the same object as before when nothing has changed.
     *
     * @throws RuntimeException when an item cannot be serialized; the next call tries again
     */
    ListContent<O> content(Campus campus) {
        try {
            writeOutdated(campus);
            isUnwritable = false;
        } catch (RuntimeException failure) {
            if (!isUnwritable && !passesByItself(failure)) {
                log.warn("The list {} cannot be written; the tables answer until it can", source.path(), failure);
            }
            isUnwritable = true;
            throw failure;
        }
        if (isChanged) {
            content = new ListContent<>(List.copyOf(items.values()));
            isChanged = false;
        }
        return content;
    }

    /** Temporary failures are not logged here: the controller, which answers instead, reports them. */
    private static boolean passesByItself(RuntimeException failure) {
        return DatabaseFailures.isTemporary(failure)
                || TemporarilyUnavailable.in(failure).isPresent();
    }

    private void writeOutdated(Campus campus) {
        List<K> together = new ArrayList<>();
        Set<AccountId> shown = new HashSet<>();
        for (K key : List.copyOf(outdated)) {
            together.add(key);
            source.shownIn(key, campus).forEach(shown::add);
            if (shown.size() >= ACCOUNTS_TOGETHER) {
                writeTogether(together, shown, campus);
                together.clear();
                shown.clear();
            }
        }
        writeTogether(together, shown, campus);
    }

    private void writeTogether(List<K> keys, Set<AccountId> shown, Campus campus) {
        campus.personalData().expect(shown);
        for (K key : keys) {
            write(key, campus);
            outdated.remove(key);
        }
    }

    private void write(K key, Campus campus) {
        WrittenItem<O> present = source.item(key, campus).map(this::written).orElse(null);
        O place = places.get(key);
        WrittenItem<O> former = place == null ? null : items.get(place);
        if (present == null ? former == null : present.saysTheSame(former)) {
            return;
        }
        isChanged = true;
        if (former != null) {
            items.remove(former.place());
            places.remove(key);
        }
        if (present != null) {
            items.put(present.place(), present);
            places.put(key, present.place());
        }
    }

    private WrittenItem<O> written(ListSource.Item<O> item) {
        byte[] bytes = json.writeValueAsBytes(item.answer());
        return new WrittenItem<>(item.place(), bytes, digest.of(bytes));
    }
}
