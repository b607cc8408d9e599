package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.SessionId;
import java.time.Instant;

/** The claims of a token that this service has verified; {@link Sessions} decides whether it has been revoked. */
public sealed interface TokenClaims {

    /** The account of the holder. */
    AccountId account();

    /** When the token expires. */
    Instant expiresAt();

    /** Distinguishes it from other tokens of the account. */
    String name();

    /** A token of a session, which ends with it. */
    record OfSession(AccountId account, SessionId session, Instant expiresAt) implements TokenClaims {

        @Override
        public String name() {
            return session.value();
        }
    }

    /**
     * A token without a session, as the original service issued them.
     *
     * @param issuedAt when it was issued, in whole seconds
     */
    record WithoutSession(AccountId account, Instant issuedAt, Instant expiresAt) implements TokenClaims {

        @Override
        public String name() {
            return "of " + issuedAt;
        }
    }
}
