package com.emlyon.connect.query.follow;

import com.emlyon.connect.query.generation.Generation;
import java.util.Set;

/** A generation that is being moved, and the streams of which it has parked a fact. */
record Turn(Generation generation, Set<String> parkedStreams) {}
