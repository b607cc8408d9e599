package com.emlyon.connect.app.live;

import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.query.generation.ViewDatabase;
import com.emlyon.connect.query.live.LiveCampus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The readers who have come before a look, and get their lists after it, or after a later one. For one thread. */
final class WaitingReaders {

    private final LiveCampus campus;
    private final Sessions sessions;
    private final ViewDatabase database;
    private final Duration longestWait;

    private List<Reader<?>> waiting = new ArrayList<>();

    /** How far memory has to be, and since when it has not been. */
    private long goal;

    private long goalSince;

    /** The database is asked through the connections of the views: requests may have taken all others, and the feed waits for this thread. */
    WaitingReaders(LiveCampus campus, Sessions sessions, ViewDatabase database, Duration longestWait) {
        this.campus = campus;
        this.sessions = sessions;
        this.database = database;
        this.longestWait = longestWait;
    }

    boolean areNone() {
        return waiting.isEmpty();
    }

    /** Lets readers wait who have come before a look begins. */
    void add(Collection<Reader<?>> arrived) {
        waiting.addAll(arrived);
    }

    /**
     * Hands lists to those for whom the last look has led far enough. The others wait on, unless memory has been behind the tables for
     * too long.
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

    /** Asked with one question for all, and after they have come: an ended session is dead at once. */
    private void turnAwayTheEnded() {
        if (waiting.isEmpty()) {
            return;
        }
        Set<TokenClaims> passes = waiting.stream().map(Reader::pass).collect(Collectors.toSet());
        Set<TokenClaims> ended = sessions.endingsOf(passes, database.client()).keySet();
        waiting.stream().filter(reader -> ended.contains(reader.pass())).forEach(Reader::turnAway);
        waiting.removeIf(reader -> ended.contains(reader.pass()));
    }

    /** Leaves it to the tables to answer. */
    void turnAwayAll() {
        waiting.forEach(Reader::turnAway);
        waiting = new ArrayList<>();
    }
}
