package com.emlyon.connect.api.refusal;

/** Why a command was not carried out: a value of the domain, without status codes or texts. */
public interface Refusal {}
