package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.LivePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes as frames, written once for all clients. Each client reads the buffer at its own pace, so a slow
 * client costs no additional memory. The size is bounded: a client that falls behind the oldest entry, or reconnects
 * later, needs a snapshot.
 */
final class ReplayBuffer {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final int mostBytes;
    private final List<Entry> entries = new ArrayList<>();
    private long firstNumber;
    private long bytes;

    /** A client that has all changes up to this position can continue with the entry {@code fromNumber}. */
    private @Nullable LivePosition from;

    private long fromNumber;
    private @Nullable LivePosition to;
    private long lookedAt;

    /**
     * What {@link #since} returns to clients that lack just the entries of the last append: nearly all do, and get it
     * without the lock.
     */
    private volatile @Nullable Latest latest;

    /** @param mostBytes how many bytes of frames are kept at most */
    ReplayBuffer(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Appends the changes that one look found, and notes the position that they led to. */
    synchronized void append(List<Entry> commits, LivePosition position) {
        long first = end();
        for (Entry entry : commits) {
            entries.add(entry);
            bytes += entry.bytes();
            if (!entry.follows()) {
                from = entry.position();
                fromNumber = end();
            }
        }
        shorten();
        from = from == null ? position : from;
        to = position;
        lookedAt = System.nanoTime();
        noteLatest(first);
    }

    private void noteLatest(long first) {
        if (first < end()) {
            latest = sinceByLock(first, Optional.empty())
                    .map(since -> new Latest(first, Optional.of(since)))
                    .orElse(null);
        }
    }

    private void shorten() {
        int tooMany = 0;
        while (bytes > mostBytes) {
            Entry oldest = entries.get(tooMany);
            bytes -= oldest.bytes();
            if (from == null || oldest.position().isAtOrAfter(from)) {
                from = oldest.position();
            }
            tooMany++;
        }
        drop(tooMany);
    }

    private void drop(int oldest) {
        entries.subList(0, oldest).clear();
        firstNumber += oldest;
        fromNumber = Math.max(fromNumber, firstNumber);
    }

    /** Replaces every kept frame by what the function makes of it. */
    synchronized void retell(UnaryOperator<SharedText> words) {
        latest = null;
        entries.replaceAll(entry -> entry.retold(words));
        bytes = entries.stream().mapToLong(Entry::bytes).sum();
    }

    /** Removes all entries: every client that reads the buffer needs a snapshot then. */
    synchronized void forget() {
        latest = null;
        firstNumber = end() + 1;
        entries.clear();
        bytes = 0;
        from = null;
        fromNumber = firstNumber;
        to = null;
    }

    /** The number that the next entry gets. */
    synchronized long end() {
        return firstNumber + entries.size();
    }

    /**
     * The present position; empty when entries with this number or later exist, or the last look is older than five
     * seconds.
     */
    synchronized Optional<LivePosition> freshPositionAt(long number) {
        return Optional.ofNullable(to)
                .filter(position -> number == end() && System.nanoTime() - lookedAt < FRESH_NANOS);
    }

    /**
     * The entries for a client that has all changes up to a position; empty when the buffer cannot tell what follows
     * it.
     */
    synchronized Optional<Since> since(LivePosition known) {
        return from != null && known.isAtOrAfter(from) ? since(fromNumber, Optional.of(known)) : Optional.empty();
    }

    /**
     * The entries from a number on, without those that a client at a known position has already; empty when some were
     * removed from the buffer. The position may come from another node that was ahead of this one: when an entry does
     * not {@link Entry#fits fit} it, the result is empty too, and the client needs a snapshot.
     */
    Optional<Since> since(long number, Optional<LivePosition> known) {
        Latest present = latest;
        return present != null && present.first() == number && known.isEmpty()
                ? present.since()
                : sinceByLock(number, known);
    }

    private synchronized Optional<Since> sinceByLock(long number, Optional<LivePosition> known) {
        if (number < firstNumber) {
            return Optional.empty();
        }
        List<SharedText> frames = new ArrayList<>();
        Optional<LivePosition> ahead = known;
        for (Entry entry : entries.subList((int) (number - firstNumber), entries.size())) {
            if (ahead.filter(position -> !entry.fits(position)).isPresent()) {
                return Optional.empty();
            }
            if (ahead.filter(entry::isKnownAt).isEmpty()) {
                frames.addAll(entry.frames());
            }
            ahead = ahead.filter(position -> !entry.position().isAtOrAfter(position));
        }
        LivePosition present = to;
        return Optional.of(
                new Since(frames, end(), ahead.filter(position -> present == null || !present.isAtOrAfter(position))));
    }

    /**
     * A part of the buffer.
     *
     * @param next the number of the entry after it
     * @param ahead the position that the client has, as long as this node is behind it
     */
    record Since(List<SharedText> frames, long next, Optional<LivePosition> ahead) {}

    /** The entries from a number on, for clients that are not ahead of this node. */
    private record Latest(long first, Optional<Since> since) {}

    /**
     * The frames of one commit.
     *
     * @param ofTime whether they report check-ins that ended by themselves, not facts
     * @param follows whether they follow the entry before them in history
     * @param firstEnd when the first of the check-ins in them ends by itself
     */
    record Entry(
            List<SharedText> frames,
            LivePosition position,
            boolean ofTime,
            boolean follows,
            Optional<Instant> firstEnd) {

        /** The same entry, with each frame replaced by what the function makes of it. */
        Entry retold(UnaryOperator<SharedText> words) {
            return new Entry(frames.stream().map(words).toList(), position, ofTime, follows, firstEnd);
        }

        int bytes() {
            return frames.stream().mapToInt(SharedText::size).sum();
        }

        /**
         * Whether a client at this position has the entry already. Commits of facts are ordered by fact, and ends of
         * check-ins by time; nodes may see these two in different orders.
         */
        boolean isKnownAt(LivePosition known) {
            return position.tables().equals(known.tables())
                    && (ofTime ? !position.time().isAfter(known.time()) : position.fact() <= known.fact());
        }

        /**
         * Whether the entry may be sent to a client at this position of another node, or left out when the client has
         * it: that node may have seen facts and ends of check-ins in a different order. It does not fit when it removes
         * a check-in that had ended there already, or ends one that a fact had removed there.
         */
        boolean fits(LivePosition known) {
            if (!follows) {
                return false;
            }
            if (isKnownAt(known)) {
                return true;
            }
            return ofTime
                    ? position.fact() >= known.fact()
                    : firstEnd.filter(end -> !end.isAfter(known.time())).isEmpty();
        }
    }
}
