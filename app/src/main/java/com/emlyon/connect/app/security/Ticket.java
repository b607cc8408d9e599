package com.emlyon.connect.app.security;

import java.time.Instant;

/** A secret that opens one WebSocket connection, once, before it expires. */
public record Ticket(String value, Instant expiresAt) {

    @Override
    public String toString() {
        return "Ticket[…, expiresAt=%s]".formatted(expiresAt);
    }
}
