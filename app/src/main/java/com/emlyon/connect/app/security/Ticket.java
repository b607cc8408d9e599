package com.emlyon.connect.app.security;

import java.time.Instant;

/** What opens a socket once, until a moment; a secret. */
public record Ticket(String value, Instant expiresAt) {

    @Override
    public String toString() {
        return "Ticket[…, expiresAt=%s]".formatted(expiresAt);
    }
}
