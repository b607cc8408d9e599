package com.emlyon.connect.app.account;

import com.emlyon.connect.app.security.OpenSession;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.app.web.IsoMillis;
import org.jspecify.annotations.Nullable;

/**
 * A session of the caller: when it started, when it expires, with which user agent, and whether it is the current one.
 */
record SessionAnswer(
        String id,
        String startedAt,
        String expiresAt,
        @Nullable String agent,
        boolean current) {

    static SessionAnswer of(OpenSession session, TokenClaims caller) {
        return new SessionAnswer(
                session.id().value(),
                IsoMillis.of(session.startedAt()),
                IsoMillis.of(session.expiresAt()),
                session.agent(),
                session.isThatOf(caller));
    }
}
