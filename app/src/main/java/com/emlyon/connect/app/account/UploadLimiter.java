package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.throttle.Throttled;
import com.emlyon.connect.app.web.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Limits how many uploads are read at once, as each takes some 10 MB of memory: one of each account, and few on this
 * node. It decides before anything of an upload is read. An upload beyond the limit of the node waits for a while, then
 * fails.
 */
@Component
class UploadLimiter {

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Set<AccountId> inside = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final Duration patience;

    UploadLimiter(
            @Value("${connect.avatar.uploads-at-once:16}") int places,
            @Value("${connect.avatar.longest-wait:10s}") Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /**
     * Admits an upload, which keeps its place until it is closed.
     *
     * @throws Throttled when another upload of the account is in progress
     * @throws Problem when no place became free in time
     */
    Upload admit(AccountId account) {
        if (!inside.add(account)) {
            throw new Throttled(MOMENT, "throttled.writes");
        }
        if (!takePlace()) {
            inside.remove(account);
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "busy");
        }
        return () -> {
            places.release();
            inside.remove(account);
        };
    }

    private boolean takePlace() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** An upload that was admitted. */
    @FunctionalInterface
    interface Upload extends AutoCloseable {

        @Override
        void close();
    }
}
