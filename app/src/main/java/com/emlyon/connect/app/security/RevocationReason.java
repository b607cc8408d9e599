package com.emlyon.connect.app.security;

/** Why a token does not count any more before it expires. */
public enum RevocationReason {
    /** The account was deleted. */
    ACCOUNT_GONE,

    /** Its session was ended, or, for one that names none, all sessions were. */
    SESSION_ENDED
}
