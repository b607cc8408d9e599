package com.emlyon.connect.app.account;

import com.emlyon.connect.app.security.OpenSession;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.app.web.IsoMillis;
import org.jspecify.annotations.Nullable;

/** Somewhere that one is logged in: since when, until when, with what, and whether it is here. */
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
