package com.emlyon.connect.app.feed;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Limits the length and the rate of the messages of one client, which the service ignores. Not thread-safe; one thread
 * at a time reads a connection.
 */
final class IncomingMessageLimiter {

    private static final double NANOS_OF_A_SECOND = 1e9;

    private final FeedLimits limits;
    private final LongSupplier nanoTime;
    private double left;
    private long countedAt;
    private long bytes;
    private boolean refused;

    /** @param nanoTime a clock of nanoseconds, such as {@link System#nanoTime} */
    IncomingMessageLimiter(FeedLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.left = limits.messagesAtOnce();
        this.countedAt = nanoTime.getAsLong();
    }

    /**
     * Counts a message, or a part of one; each part counts as a message, as parts may be empty.
     *
     * @return the limit that the client exceeded; empty when it exceeded none, or this was returned before
     */
    Optional<FeedCloseReason> hear(int length, boolean last) {
        bytes += length;
        boolean tooLong = bytes > limits.mostBytesOfAMessage();
        bytes = last ? 0 : bytes;
        return tooLong
                ? refuse(FeedCloseReason.MESSAGE_TOO_LONG)
                : spend() ? Optional.empty() : refuse(FeedCloseReason.TOO_MANY_MESSAGES);
    }

    private Optional<FeedCloseReason> refuse(FeedCloseReason why) {
        boolean said = refused;
        refused = true;
        return said ? Optional.empty() : Optional.of(why);
    }

    private boolean spend() {
        long now = nanoTime.getAsLong();
        left = Math.min(
                limits.messagesAtOnce(), left + (now - countedAt) / NANOS_OF_A_SECOND * limits.messagesPerSecond());
        countedAt = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
