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
 * A request that waits for a list as far as the tables are when it comes.
 *
 * @param <O> where an item stands among the others
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

    /** The list; empty when the tables have to answer, or say why they cannot. */
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
     * Hands the list over, if memory has all that the tables had at the first look after the request has come.
     *
     * @param completeUpTo how far memory has all of it
     * @param furthest how far the tables are
     * @return whether the reader has the list
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

    /** Leaves it to the tables to answer. */
    void turnAway() {
        answer.complete(Optional.empty());
    }
}
