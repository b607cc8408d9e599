package com.emlyon.platform.eventstore.axon;

import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.eventstore.personal.PersonalDataCipher;
import com.github.benmanes.caffeine.jcache.configuration.CaffeineConfiguration;
import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import java.util.OptionalLong;
import javax.cache.Cache;
import org.axonframework.common.caching.JCacheAdapter;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Caches the aggregates last used on this node. Notes which of them a command takes, as another node may have added
 * facts since.
 */
public final class AggregateMemory extends JCacheAdapter {

    private static final long MOST_AGGREGATES = 10_000;

    private AggregateMemory(Cache<Object, Object> entries) {
        super(entries);
    }

    /**
     * A cache of up to 10,000 aggregates of one type. Each type has a cache of its own: clients choose ids, so the
     * aggregate cached under an id may be of another type. When the key of a person is destroyed, the cache is cleared,
     * as it may hold what that person has said.
     */
    public static AggregateMemory of(String type, NotificationListener notifications) {
        CaffeineConfiguration<Object, Object> configuration = new CaffeineConfiguration<>();
        configuration.setMaximumSize(OptionalLong.of(MOST_AGGREGATES));
        configuration.setStoreByValue(false);
        var caches = new CaffeineCachingProvider().getCacheManager();
        AggregateMemory memory = new AggregateMemory(caches.createCache(type, configuration));
        notifications.on(PersonalDataCipher.DESTROYED, person -> memory.removeAll());
        return memory;
    }

    @Override
    public <K, V extends @Nullable Object> V get(K key) {
        V entry = super.get(key);
        if (entry instanceof AggregateCacheEntry<?> known) {
            // An entry that was never serialised returns the aggregate that it holds, and needs nothing to create one.
            var aggregate = known.recreateAggregate(null, null, null);
            CurrentUnitOfWork.ifStarted(unitOfWork -> CachedAggregate.note(unitOfWork, aggregate));
        }
        return entry;
    }
}
