package com.emlyon.connect.app.live;

import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.query.live.Campus;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request that waits for a list at least as new as the tables when the request came.
 *
 * @param <O> the place of an item among the others
 */
final class Reader<O extends ListPlace<O>> {

    private static final Logger log = LoggerFactory.getLogger(Reader.class);

    private final ReadyList<?, O> list;
    private final TokenClaims pass;
    private final CompletableFuture<Optional<ListContent<O>>> answer = new CompletableFuture<>();
    private OptionalLong required = OptionalLong.empty();

    Reader(ReadyList<?, O> list, TokenClaims pass) {
        this.list = list;
        this.pass = pass;
    }

    TokenClaims pass() {
        return pass;
    }

    /**
     * Waits for the list; empty when it has to be read from the tables, because of the time limit or {@link #turnAway}.
     */
    Optional<ListContent<O>> await(Duration longest) {
        try {
            return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException neverCompletedSo) {
            throw new IllegalStateException(neverCompletedSo);
        }
    }

    /**
     * Completes the request with the list, if memory has all facts that the tables had at the first look after the
     * request came.
     *
     * @param completeUpTo the position up to which memory has all facts
     * @param furthest the position of the most advanced table
     * @return whether the request no longer waits
     */
    boolean isAnswered(long completeUpTo, long furthest, Campus campus) {
        if (required.isEmpty()) {
            required = OptionalLong.of(furthest);
        }
        if (completeUpTo < required.getAsLong()) {
            return false;
        }
        try {
            answer.complete(Optional.of(list.content(campus)));
        } catch (RuntimeException unwritable) {
            log.debug("The tables answer", unwritable);
            turnAway();
        }
        return true;
    }

    /** Completes the request without a list, so that the controller reads it from the tables. */
    void turnAway() {
        answer.complete(Optional.empty());
    }
}
