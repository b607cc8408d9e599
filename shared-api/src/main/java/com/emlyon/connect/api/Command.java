package com.emlyon.connect.api;

import com.emlyon.connect.api.refusal.Refusal;
import java.time.Instant;

/** A wish that something should happen. An aggregate decides: it emits facts, refuses, or stays quiet. */
public interface Command {

    /** The moment of the wish, from the clock of the service, in whole milliseconds. */
    Instant at();

    /** The refusal with which the command ends when what it addresses has never existed. */
    Refusal refusalWhenUnknown();
}
