package com.emlyon.platform.eventstore.refusal;

/** The reason why a command was refused: a value of the domain, without status codes or texts. */
public interface Refusal {}
