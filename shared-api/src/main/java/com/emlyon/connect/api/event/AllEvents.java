package com.emlyon.connect.api.event;

import com.emlyon.connect.api.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the campus events, by date ascending.
 *
 * @param from only those that begin at this moment or later
 * @param until only those that begin before this moment
 */
public record AllEvents(Optional<Instant> from, Optional<Instant> until) implements Query<List<EventView>> {}
