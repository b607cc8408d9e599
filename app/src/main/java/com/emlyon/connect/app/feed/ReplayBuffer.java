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
 * The latest changes as frames, written once for all clients; each client reads along at its own pace, so however slow it is,
 * it costs nothing. Only so much is kept: whoever falls behind it, or comes back later, has to be told how things are.
 */
final class ReplayBuffer {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final int mostBytes;
    private final List<Entry> entries = new ArrayList<>();
    private long firstNumber;
    private long bytes;

    /** Who knows everything up to there can go on with the entry of that number. */
    private @Nullable LivePosition from;

    private long fromNumber;
    private @Nullable LivePosition to;
    private long lookedAt;

    /** What follows for those who know all but the latest entries: for nearly all, who need no lock for it. */
    private volatile @Nullable Latest latest;

    /** Keeps at most so many bytes of frames. */
    ReplayBuffer(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Takes note of where the campus is, and of the changes that have led there. */
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

    /** Tells everything that is kept in other words from now on. */
    synchronized void retell(UnaryOperator<SharedText> words) {
        latest = null;
        entries.replaceAll(entry -> entry.retold(words));
        bytes = entries.stream().mapToLong(Entry::bytes).sum();
    }

    /** Forgets everything: whoever reads along has to be told how things are. */
    synchronized void forget() {
        latest = null;
        firstNumber = end() + 1;
        entries.clear();
        bytes = 0;
        from = null;
        fromNumber = firstNumber;
        to = null;
    }

    /** The number of the next entry: from here on everything is new. */
    synchronized long end() {
        return firstNumber + entries.size();
    }

    /** Where the campus is; empty when there are entries from a number on, and when nobody has looked for too long. */
    synchronized Optional<LivePosition> freshPositionAt(long number) {
        return Optional.ofNullable(to)
                .filter(position -> number == end() && System.nanoTime() - lookedAt < FRESH_NANOS);
    }

    /** What follows for somebody who knows everything up to a position; empty when that is not known here. */
    synchronized Optional<Since> since(LivePosition known) {
        return from != null && known.isAtOrAfter(from) ? since(fromNumber, Optional.of(known)) : Optional.empty();
    }

    /**
     * What follows from an entry on, without what is known at a position; empty when some of it has gone. The position may be
     * that of another node, which was further: an entry that does not {@link Entry#fits fit} it is wrong for this client, who has
     * to get a snapshot.
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
     * @param next the number of the entry behind it
     * @param ahead what is known already while this node has not come as far
     */
    record Since(List<SharedText> frames, long next, Optional<LivePosition> ahead) {}

    /** What follows from an entry on, without anything that is known from elsewhere. */
    private record Latest(long first, Optional<Since> since) {}

    /**
     * The frames of one commit.
     *
     * @param ofTime whether they tell what has ended by itself
     * @param follows whether they follow in history what is told before them
     * @param firstEnd when the first of the check-ins in them ends by itself
     */
    record Entry(
            List<SharedText> frames,
            LivePosition position,
            boolean ofTime,
            boolean follows,
            Optional<Instant> firstEnd) {

        /** The same, told in other words. */
        Entry retold(UnaryOperator<SharedText> words) {
            return new Entry(frames.stream().map(words).toList(), position, ofTime, follows, firstEnd);
        }

        int bytes() {
            return frames.stream().mapToInt(SharedText::size).sum();
        }

        /** Commits are numbered by facts, and what ends by itself by time; nodes may see these two in another order. */
        boolean isKnownAt(LivePosition known) {
            return position.tables().equals(known.tables())
                    && (ofTime ? !position.time().isAfter(known.time()) : position.fact() <= known.fact());
        }

        /**
         * Whether it is right for a client that knows a position of another node, where facts and ends came in another order: to
         * send it when it is not known there, and to leave it out when it is. It is not when it removes a check-in that had ended
         * there already, or ends one that a fact had removed there.
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
