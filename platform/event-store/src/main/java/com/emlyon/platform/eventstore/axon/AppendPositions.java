package com.emlyon.platform.eventstore.axon;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Tells the sender of a command at which position its last fact was stored. */
public class AppendPositions {

    private static final long NOTHING_YET = -1;

    private final Map<String, Long> expected = new ConcurrentHashMap<>();

    /**
     * Registers interest in the position of the facts of the command message with this id; to be called before it is
     * sent.
     */
    public void expect(String commandId) {
        expected.put(commandId, NOTHING_YET);
    }

    /**
     * The position, once the command was handled; empty when it led to no fact. To be called once for every
     * {@link #expect}.
     */
    public OptionalLong take(String commandId) {
        Long position = expected.remove(commandId);
        return position == null || position == NOTHING_YET ? OptionalLong.empty() : OptionalLong.of(position);
    }

    void note(long position) {
        CurrentUnitOfWork.ifStarted(unitOfWork ->
                expected.computeIfPresent(unitOfWork.getMessage().getIdentifier(), (id, nothingYet) -> position));
    }
}
