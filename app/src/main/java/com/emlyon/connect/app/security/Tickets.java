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
 * Tickets open sockets in place of tokens, which do not belong into addresses: one is good for seconds, once, at any node, and
 * as long as the session in which it was asked for. Only hashes of them are kept, which need no salt: nobody guesses 32 random
 * bytes.
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

    /** A new ticket for whoever holds the pass; empty when the pass has come to its end meanwhile. */
    public Optional<Ticket> issue(TokenClaims pass) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Instant now = clock.instant();
        Ticket ticket = new Ticket(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), now.plus(LIFETIME));
        return table.keep(hash(ticket.value()), pass, ticket.expiresAt(), now) ? Optional.of(ticket) : Optional.empty();
    }

    /** The pass for which the ticket stands, this time only; empty when it was used, has expired, or is none of ours. */
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
