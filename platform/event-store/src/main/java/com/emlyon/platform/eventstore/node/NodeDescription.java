package com.emlyon.platform.eventstore.node;

/**
 * What other nodes and operators see of this process.
 *
 * @param version the version of its code
 * @param servesRequests false for a command beside the service
 */
public record NodeDescription(String version, boolean servesRequests) {}
