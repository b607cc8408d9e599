package com.emlyon.connect.query.follow;

import com.emlyon.connect.query.generation.Generation;
import java.util.Set;

/** A generation whose checkpoint is locked to be moved, and the streams of which it has parked a fact. */
record CheckpointClaim(Generation generation, Set<String> parkedStreams) {}
