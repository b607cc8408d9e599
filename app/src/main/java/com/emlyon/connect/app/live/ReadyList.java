package com.emlyon.connect.app.live;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the items of a list as JSON, and writes those anew that have changed, when the list is next asked for. For one thread. */
final class ReadyList<K, O extends ListPlace<O>> {

    /** The keys of so many items are asked for together; many more are not kept at hand. */
    private static final int WRITTEN_TOGETHER = 2_000;

    private final ListSource<K, O> source;
    private final JsonMapper json;
    private final Sha256 digest = new Sha256();
    private final Map<K, O> places = new HashMap<>();
    private final TreeMap<O, WrittenItem<O>> items = new TreeMap<>();
    private final Set<K> outdated = new HashSet<>();
    private ListContent<O> content = new ListContent<>(List.of());
    private boolean isChanged;

    ReadyList(ListSource<K, O> source, JsonMapper json) {
        this.source = source;
        this.json = json;
    }

    ListSource<K, O> source() {
        return source;
    }

    /** All of it is new. */
    void noteAll(Campus campus) {
        source.all(campus).forEach(outdated::add);
    }

    /** Takes note of a change; the campus is how it is after that. */
    void note(Change change, Campus campus) {
        source.changedBy(change, campus).forEach(outdated::add);
    }

    /** What an account has said cannot be read any more. */
    void noteUnreadable(AccountId account, Campus campus) {
        source.showing(account, campus).forEach(outdated::add);
    }

    /** What any account has said may not be readable any more. */
    void noteUnreadable() {
        outdated.addAll(places.keySet());
    }

    /** The list as it is now; the same object as before when nothing has changed. */
    ListContent<O> content(Campus campus) {
        writeOutdated(campus);
        if (isChanged) {
            content = new ListContent<>(List.copyOf(items.values()));
            isChanged = false;
        }
        return content;
    }

    private void writeOutdated(Campus campus) {
        List<K> keys = List.copyOf(outdated);
        for (int from = 0; from < keys.size(); from += WRITTEN_TOGETHER) {
            List<K> together = keys.subList(from, Math.min(keys.size(), from + WRITTEN_TOGETHER));
            campus.vault()
                    .expect(together.stream()
                            .flatMap(key -> source.shownIn(key, campus))
                            .collect(Collectors.toSet()));
            for (K key : together) {
                write(key, campus);
                outdated.remove(key);
            }
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
