package com.emlyon.platform.eventstore.personal;

import com.emlyon.platform.eventstore.notification.NotificationListener;
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

/**
 * The keys of persons in the memory of this node. A destroyed key is removed at once, on every node, together with all
 * values decrypted with it; when a node misses the notification, it removes the key minutes later.
 */
class KeyCache {

    private static final Logger log = LoggerFactory.getLogger(KeyCache.class);

    private static final long MOST_AT_HAND = 20_000;
    private static final Duration AT_HAND = Duration.ofMinutes(10);

    private final KeyTable table;
    private final Cache<String, StoredKey> keys = Caffeine.newBuilder()
            .maximumSize(MOST_AT_HAND)
            .expireAfterWrite(AT_HAND)
            .build();
    private final AtomicLong forgotten = new AtomicLong();

    @Autowired
    KeyCache(KeyTable table, NotificationListener signals) {
        this(table);
        signals.on(PersonalDataCipher.DESTROYED, this::forget);
    }

    /** Creates a cache without notifications, for use while no other node works with the database. */
    KeyCache(KeyTable table) {
        this.table = table;
    }

    /**
     * The key of a person; empty when there is none, or it was destroyed.
     *
     * @throws KeyUnavailable when there is one that this node cannot unwrap
     */
    Optional<PersonKey> find(String person) {
        StoredKey known = keys.getIfPresent(person);
        return usable(known != null ? known : load(Set.of(person)).get(person));
    }

    /** Loads many keys with one query. */
    void expect(Collection<String> persons) {
        Set<String> missing = new HashSet<>(persons);
        missing.removeAll(keys.getAllPresent(missing).keySet());
        if (!missing.isEmpty()) {
            load(missing);
        }
    }

    /**
     * The key of a person, created now if there is none yet; empty when it was destroyed.
     *
     * @throws KeyUnavailable when there is one that this node cannot unwrap
     */
    Optional<PersonKey> findOrMake(String person) {
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

    /** Caches usable and destroyed keys. A key that was read before its destruction must not be cached after it. */
    private Map<String, StoredKey> load(Set<String> persons) {
        long before = forgotten.get();
        Map<String, StoredKey> found = table.find(persons);
        if (forgotten.get() == before) {
            found.forEach(this::keep);
            // The notification of a destruction may have arrived in between.
            if (forgotten.get() != before) {
                keys.invalidateAll(found.keySet());
            }
        }
        return found;
    }

    private void keep(String person, StoredKey key) {
        if (key instanceof StoredKey.Usable || key instanceof StoredKey.Destroyed) {
            keys.put(person, key);
        }
    }

    private void forget(String person) {
        forgotten.incrementAndGet();
        if (person.isEmpty()) {
            keys.invalidateAll();
        } else {
            keys.invalidate(person);
            log.info("The key of {} was destroyed", person);
        }
    }
}
