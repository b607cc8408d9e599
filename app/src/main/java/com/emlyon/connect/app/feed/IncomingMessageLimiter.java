package com.emlyon.connect.app.feed;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Counts what one client says, which nobody is interested in: a message may not be too long, nor may too many come. Not for several
 * threads; a connection is read by one at a time.
 */
final class IncomingMessageLimiter {

    private static final double NANOS_OF_A_SECOND = 1e9;

    private final FeedLimits limits;
    private final LongSupplier nanoTime;
    private double left;
    private long countedAt;
    private long bytes;
    private boolean refused;

    /** Measures time with a clock of nanoseconds. */
    IncomingMessageLimiter(FeedLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.left = limits.messagesAtOnce();
        this.countedAt = nanoTime.getAsLong();
    }

    /**
     * Hears a message, or a part of one; each part counts as a message, as parts may be empty.
     *
     * @return why this was too much; empty when it was not, or has been said already
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
