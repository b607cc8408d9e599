package com.emlyon.connect.app.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Issues tickets, which open WebSocket connections in place of tokens, as tokens do not belong into addresses. A ticket
 * is valid for 30 seconds, once, at any node, and no longer than the session in which it was issued. The database
 * stores only their hashes, without salt, as 32 random bytes cannot be guessed.
 */
@Component
public class Tickets {

    private static final int BYTES = 32;
    private static final Duration LIFETIME = Duration.ofSeconds(30);

    private final TicketTable table;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tickets(TicketTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Issues a ticket for the holder of the token; empty when the session has ended meanwhile. */
    public Optional<Ticket> issue(TokenClaims pass) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Instant now = clock.instant();
        Ticket ticket = new Ticket(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), now.plus(LIFETIME));
        return table.keep(hash(ticket.value()), pass, ticket.expiresAt(), now) ? Optional.of(ticket) : Optional.empty();
    }

    /**
     * Uses up the ticket, and returns the claims for which it was issued; empty when it was used before, has expired,
     * or is unknown.
     */
    public Optional<TokenClaims> use(String ticket) {
        return table.take(hash(ticket), clock.instant());
    }

    private static byte[] hash(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
