package com.emlyon.platform.projections.generation;

/**
 * A message that PostgreSQL sends to every node when a transaction commits.
 *
 * @param channel one of {@link Channels}
 * @param message in the form that {@link Channels} describes for the channel
 */
public record Announcement(String channel, String message) {}
