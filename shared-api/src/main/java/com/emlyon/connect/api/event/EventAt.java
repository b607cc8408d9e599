package com.emlyon.connect.api.event;

import com.emlyon.connect.api.Moment;
import com.emlyon.connect.api.Query;
import java.util.Optional;

/** Asks for one campus event as it was at a moment; empty when it was unknown, or cancelled, then. */
public record EventAt(EventId event, Moment moment) implements Query<Optional<EventView>> {}
