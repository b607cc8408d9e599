package com.emlyon.connect.api.event;

import com.emlyon.connect.api.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks for the campus events by date, all of them or only those that begin at or after the given moment. */
public record AllEvents(Optional<Instant> from) implements Query<List<EventView>> {}
