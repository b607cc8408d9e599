package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere that a student is logged in.
 *
 * @param agent the beginning of what the client called itself at the login
 */
public record OpenSession(
        SessionId id,
        Instant startedAt,
        Instant expiresAt,
        @Nullable String agent) {

    /** Whether it is the one to which the pass belongs. */
    public boolean isThatOf(TokenClaims pass) {
        return pass instanceof TokenClaims.OfSession of && of.session().equals(id);
    }
}
