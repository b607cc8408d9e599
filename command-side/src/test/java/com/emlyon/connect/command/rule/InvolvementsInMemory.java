package com.emlyon.connect.command.rule;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers as the tables do: one involvement for an account and an event, the first one told, listed by event. */
final class InvolvementsInMemory implements Involvements {

    private final Map<Key, Involvement> involvements = new HashMap<>();
    private final Set<AccountId> deleted = new HashSet<>();

    @Override
    public void add(Involvement involvement) {
        involvements.putIfAbsent(new Key(involvement.account(), involvement.event()), involvement);
    }

    @Override
    public void remove(AccountId account, EventId event) {
        involvements.remove(new Key(account, event));
    }

    @Override
    public void remove(EventId event) {
        involvements.keySet().removeIf(key -> key.event().equals(event));
    }

    @Override
    public List<Involvement> of(AccountId account) {
        return involvements.values().stream()
                .filter(involvement -> involvement.account().equals(account))
                .sorted(Comparator.comparing(involvement -> involvement.event().value()))
                .toList();
    }

    @Override
    public void markDeleted(AccountId account) {
        deleted.add(account);
    }

    @Override
    public boolean isDeleted(AccountId account) {
        return deleted.contains(account);
    }

    private record Key(AccountId account, EventId event) {}
}
