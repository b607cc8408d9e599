package com.emlyon.connect.query.follow;

import com.emlyon.connect.query.generation.Generation;
import java.util.Set;

/**
 * A generation whose checkpoint this transaction has locked and moved, and the streams in which it has parked a fact.
 */
record CheckpointClaim(Generation generation, Set<String> parkedStreams) {}
