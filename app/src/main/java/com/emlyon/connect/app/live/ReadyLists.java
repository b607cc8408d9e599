package com.emlyon.connect.app.live;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import com.emlyon.connect.query.live.Commit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.json.JsonMapper;

/** All lists that are kept ready. Not thread-safe, except {@link #becameUnreadable}. */
final class ReadyLists {

    /** Stands for all accounts, when notifications may have been missed. */
    private static final String ANY_ACCOUNT = "";

    private final Map<Class<?>, ReadyList<?, ?>> lists = new HashMap<>();
    private final Queue<String> unreadable = new ConcurrentLinkedQueue<>();
    private boolean hasAll;

    ReadyLists(Collection<ListSource<?, ?>> sources, JsonMapper json) {
        sources.forEach(source -> lists.put(source.getClass(), new ReadyList<>(source, json)));
    }

    /** The list of a source. */
    ReadyList<?, ?> of(Class<?> source) {
        return Objects.requireNonNull(lists.get(source), source::getName);
    }

    /**
     * Notes that the personal data of an account cannot be decrypted any more; that of any account when the argument is
     * empty. Thread-safe.
     */
    void becameUnreadable(String account) {
        unreadable.add(account);
    }

    /** Marks the items that the commits affect; {@code campus} is the state after them. */
    void note(List<Commit> commits, Campus campus) {
        if (!hasAll) {
            lists.values().forEach(list -> list.noteAll(campus));
            hasAll = true;
        }
        for (Commit commit : commits) {
            for (Change change : commit.changes()) {
                lists.values().forEach(list -> list.note(change, campus));
            }
        }
        for (String account = unreadable.poll(); account != null; account = unreadable.poll()) {
            if (account.equals(ANY_ACCOUNT)) {
                lists.values().forEach(ReadyList::noteUnreadable);
            } else {
                AccountId gone = new AccountId(account);
                lists.values().forEach(list -> list.noteUnreadable(gone, campus));
            }
        }
    }
}
