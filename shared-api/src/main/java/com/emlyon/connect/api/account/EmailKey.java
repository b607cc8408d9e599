package com.emlyon.connect.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A keyed hash of a normalised email address. It names the stream in which the address is claimed and released. */
public record EmailKey(@JsonValue String value) {

    /** Takes the hash, in hexadecimal digits. */
    @JsonCreator
    public EmailKey {}

    /** The name of the claim's stream. */
    @Override
    public String toString() {
        return "email-" + value;
    }
}
