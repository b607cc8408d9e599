package com.emlyon.connect.promise.live;

import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.promise.live.Line.Dial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client of the feed that goes on where it was when it connects again.
 *
 * @param <T> how it is told
 */
final class Listener<T extends Told> implements AutoCloseable {

    private final String token;
    private final T told;
    private final Dial dial;
    private volatile @Nullable Line line;

    private Listener(String token, T told, Dial dial) {
        this.token = token;
        this.told = told;
        this.dial = dial;
    }

    static Listener<ToldChanges> toChanges(String token) {
        return new Listener<>(token, new ToldChanges(), SwiftLine::forChanges);
    }

    static Listener<ToldChanges> slowToChanges(String token) {
        return new Listener<>(token, new ToldChanges(), SlowLine::forChanges);
    }

    static Listener<ToldLists> toLists(String token) {
        return new Listener<>(token, new ToldLists(), SwiftLine::forLists);
    }

    static Listener<ToldLists> slowToLists(String token) {
        return new Listener<>(token, new ToldLists(), SlowLine::forLists);
    }

    /** Connects to a node, and goes on from where it was. */
    Listener<T> connect(ContractClient node) {
        close();
        line = dial.dial(node, token, told.position());
        told.connected();
        return this;
    }

    /** Reads what has come. */
    void read() {
        if (line != null) {
            Optional<String> frame;
            while ((frame = line.frameAtHand()).isPresent()) {
                told.take(Json.parse(frame.get()));
            }
        }
    }

    /** Lets what still waits at the service come as fast as it can. */
    void hurry() {
        Line current = line;
        if (current != null) {
            current.hurry();
        }
    }

    /** Whether it has to connect to be told more. */
    boolean isCut() {
        return line == null || line.isCut();
    }

    /** What it knows. */
    T told() {
        return told;
    }

    /** What it would show, by id. */
    Map<String, Map<String, ObjectNode>> shown() {
        return told.shown();
    }

    /** What it was told and makes no sense. */
    List<String> surprises() {
        return told.surprises();
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
            // What had arrived was received, read or not.
            read();
            told.cut();
            line = null;
        }
    }
}
