package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session of a student that has not ended.
 *
 * @param agent the beginning of the {@code User-Agent} that the client sent at the login
 */
public record OpenSession(
        SessionId id,
        Instant startedAt,
        Instant expiresAt,
        @Nullable String agent) {

    /** Whether the token with these claims belongs to this session. */
    public boolean isThatOf(TokenClaims pass) {
        return pass instanceof TokenClaims.OfSession of && of.session().equals(id);
    }
}
