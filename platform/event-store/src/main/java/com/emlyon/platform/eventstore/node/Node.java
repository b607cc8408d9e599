package com.emlyon.platform.eventstore.node;

import java.time.Instant;
import java.util.Set;

/**
 * A process that works on the database.
 *
 * @param id created anew at each start
 * @param version the version of the code
 * @param servesRequests false for a command of the jar beside the service
 * @param startedAt by the clock of the database
 * @param seenAt the last heartbeat, by the clock of the database
 * @param masterKeys the names of the master keys that it knows, which reveal nothing about the keys
 */
public record Node(
        String id, String version, boolean servesRequests, Instant startedAt, Instant seenAt, Set<String> masterKeys) {}
