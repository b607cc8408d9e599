package com.emlyon.connect.api.refusal;

/** The reason why a command was refused: a value of the domain, without status codes or texts. */
public interface Refusal {}
