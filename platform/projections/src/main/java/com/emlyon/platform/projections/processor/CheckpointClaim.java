package com.emlyon.platform.projections.processor;

import com.emlyon.platform.projections.generation.Generation;
import java.util.Set;

/**
 * A generation whose checkpoint this transaction has locked and moved, and the streams in which it has parked a fact.
 */
record CheckpointClaim(Generation generation, Set<String> parkedStreams) {}
