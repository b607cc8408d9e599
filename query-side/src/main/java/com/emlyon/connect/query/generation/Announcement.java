package com.emlyon.connect.query.generation;

/**
 * What every node is to know when a transaction has committed.
 *
 * @param channel one of {@link Channels}
 * @param message what its listeners understand
 */
public record Announcement(String channel, String message) {}
