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
 * Lets uploads in before anything of them is read, as each takes some 10 MB of memory: one of an account at a time, and few on this
 * node. An upload without a place waits for one for a while.
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
     * Lets an upload in, until it is closed.
     *
     * @throws Throttled when another one of the account is inside
     * @throws Problem when no place was free for too long
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

    /** One that was let in. */
    @FunctionalInterface
    interface Upload extends AutoCloseable {

        @Override
        void close();
    }
}
