package com.emlyon.connect.app.vault;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.KeyUnavailable;
import com.emlyon.connect.app.signal.NotificationListener;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The keys that this node has at hand. A key that was destroyed is forgotten at once, on every node, with all that was opened
 * with it; should its notification be missed, minutes later.
 */
@Component
class KeyCache {

    private static final Logger log = LoggerFactory.getLogger(KeyCache.class);

    private static final long MOST_AT_HAND = 20_000;
    private static final Duration AT_HAND = Duration.ofMinutes(10);

    private final KeyTable table;
    private final Cache<AccountId, StoredKey> keys = Caffeine.newBuilder()
            .maximumSize(MOST_AT_HAND)
            .expireAfterWrite(AT_HAND)
            .build();
    private final AtomicLong forgotten = new AtomicLong();

    @Autowired
    KeyCache(KeyTable table, NotificationListener signals) {
        this(table);
        signals.on(KeyVault.DESTROYED, this::forget);
    }

    /** For a moment in which nobody else is there. */
    KeyCache(KeyTable table) {
        this.table = table;
    }

    /**
     * The key of a person; empty when there is none, or it was destroyed.
     *
     * @throws KeyUnavailable when there is one that this node cannot unwrap
     */
    Optional<PersonKey> find(AccountId person) {
        StoredKey known = keys.getIfPresent(person);
        return usable(known != null ? known : load(Set.of(person)).get(person));
    }

    /** Gets hold of many keys with one question to the database. */
    void expect(Collection<AccountId> persons) {
        Set<AccountId> missing = new HashSet<>(persons);
        missing.removeAll(keys.getAllPresent(missing).keySet());
        if (!missing.isEmpty()) {
            load(missing);
        }
    }

    /**
     * The key of a person, made now if there is none yet; empty when it was destroyed.
     *
     * @throws KeyUnavailable when there is one that this node cannot unwrap
     */
    Optional<PersonKey> findOrMake(AccountId person) {
        StoredKey known = keys.getIfPresent(person);
        if (known == null) {
            known = load(Set.of(person)).get(person);
        }
        if (known == null) {
            table.make(person);
            known = load(Set.of(person)).get(person);
        }
        return usable(known);
    }

    private static Optional<PersonKey> usable(@Nullable StoredKey key) {
        return switch (key) {
            case StoredKey.Usable(PersonKey usable) -> Optional.of(usable);
            case StoredKey.Unavailable(KeyUnavailable reason) -> throw reason;
            case StoredKey.Destroyed destroyed -> Optional.empty();
            case StoredKey.Damaged damaged -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /** Keeps what stays as it is; and what was read before a key was destroyed must not be kept after that. */
    private Map<AccountId, StoredKey> load(Set<AccountId> persons) {
        long before = forgotten.get();
        Map<AccountId, StoredKey> found = table.find(persons);
        if (forgotten.get() == before) {
            found.forEach(this::keep);
            // The word of it may have come in between.
            if (forgotten.get() != before) {
                keys.invalidateAll(found.keySet());
            }
        }
        return found;
    }

    private void keep(AccountId person, StoredKey key) {
        if (key instanceof StoredKey.Usable || key instanceof StoredKey.Destroyed) {
            keys.put(person, key);
        }
    }

    private void forget(String person) {
        forgotten.incrementAndGet();
        if (person.isEmpty()) {
            keys.invalidateAll();
        } else {
            keys.invalidate(new AccountId(person));
            log.info("The key of {} was destroyed", person);
        }
    }
}
