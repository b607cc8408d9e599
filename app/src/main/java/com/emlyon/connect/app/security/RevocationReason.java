package com.emlyon.connect.app.security;

/** Why a token is no longer valid before it expires. */
public enum RevocationReason {
    /** The account was deleted. */
    ACCOUNT_GONE,

    /** Its session was ended; for a token without a session, all sessions of the account were. */
    SESSION_ENDED
}
