package com.emlyon.connect.api.event;

import com.emlyon.connect.api.Query;
import java.util.Optional;

/** Asks for one campus event; empty when it is unknown or cancelled. */
public record EventById(EventId event) implements Query<Optional<EventView>> {}
