package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.SessionId;
import java.time.Instant;

/** What a token says that we have signed; whether it still counts is for {@link Sessions} to say. */
public sealed interface TokenClaims {

    /** Who is meant. */
    AccountId account();

    /** When it ends by itself. */
    Instant expiresAt();

    /** What tells it from other passes of the account. */
    String name();

    /** It belongs to a session, and ends with it. */
    record OfSession(AccountId account, SessionId session, Instant expiresAt) implements TokenClaims {

        @Override
        public String name() {
            return session.value();
        }
    }

    /**
     * It names no session, as those of the original service.
     *
     * @param issuedAt when it was made, in whole seconds
     */
    record WithoutSession(AccountId account, Instant issuedAt, Instant expiresAt) implements TokenClaims {

        @Override
        public String name() {
            return "of " + issuedAt;
        }
    }
}
