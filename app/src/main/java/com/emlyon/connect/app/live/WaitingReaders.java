package com.emlyon.connect.app.live;

import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.query.live.LiveCampus;
import com.emlyon.platform.projections.generation.ViewDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The requests that came before a look and get their lists after it, or after a later one. Not thread-safe. */
final class WaitingReaders {

    private final LiveCampus campus;
    private final Sessions sessions;
    private final ViewDatabase database;
    private final Duration longestWait;

    private List<Reader<?>> waiting = new ArrayList<>();

    /** The position that memory has to reach, and since when ({@link System#nanoTime}) it has been behind. */
    private long goal;

    private long goalSince;

    /**
     * @param database the pool of the views: requests may have taken all other connections, and the feed waits for this
     *     thread
     */
    WaitingReaders(LiveCampus campus, Sessions sessions, ViewDatabase database, Duration longestWait) {
        this.campus = campus;
        this.sessions = sessions;
        this.database = database;
        this.longestWait = longestWait;
    }

    boolean areNone() {
        return waiting.isEmpty();
    }

    /** Adds requests that came before a look begins. */
    void add(Collection<Reader<?>> arrived) {
        waiting.addAll(arrived);
    }

    /**
     * Completes the requests for which memory is far enough after the last look. The others keep waiting, unless memory
     * has been behind the tables for longer than the limit.
     */
    void answer() {
        turnAwayTheEnded();
        long complete = campus.completeUpTo();
        long furthest = campus.furthestTable();
        if (complete >= goal) {
            goal = furthest;
            goalSince = System.nanoTime();
        }
        waiting.removeIf(reader -> reader.isAnswered(complete, furthest, campus.campus()));
        if (System.nanoTime() - goalSince >= longestWait.toNanos()) {
            turnAwayAll();
        }
    }

    /** One query for all requests, made after they came: an ended session must be refused at once. */
    private void turnAwayTheEnded() {
        if (waiting.isEmpty()) {
            return;
        }
        Set<TokenClaims> passes = waiting.stream().map(Reader::pass).collect(Collectors.toSet());
        Set<TokenClaims> ended = sessions.endingsOf(passes, database.client()).keySet();
        waiting.stream().filter(reader -> ended.contains(reader.pass())).forEach(Reader::turnAway);
        waiting.removeIf(reader -> ended.contains(reader.pass()));
    }

    /** Completes all waiting requests without a list, so that the controllers read from the tables. */
    void turnAwayAll() {
        waiting.forEach(Reader::turnAway);
        waiting = new ArrayList<>();
    }
}
