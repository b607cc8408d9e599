package com.emlyon.connect.app.commands;

import javax.cache.Cache;
import org.axonframework.common.caching.JCacheAdapter;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Caches the aggregates last used on this node. Notes which of them a command takes, as another node may have added
 * facts since.
 */
final class AggregateMemory extends JCacheAdapter {

    AggregateMemory(Cache<Object, Object> entries) {
        super(entries);
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
