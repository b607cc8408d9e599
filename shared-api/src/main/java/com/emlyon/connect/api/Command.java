package com.emlyon.connect.api;

import com.emlyon.platform.eventstore.refusal.Refusal;
import java.time.Instant;

/** A request for a change. An aggregate decides: it applies facts, refuses, or changes nothing. */
public interface Command {

    /** The time of the request, from the clock of the service, in whole milliseconds. */
    Instant at();

    /** The refusal of the command when the aggregate that it addresses has never existed. */
    Refusal refusalWhenUnknown();
}
