package com.emlyon.connect.app.security;

/** Why a pass does not count any more, though its time has not come. */
public enum Ending {
    /** The account was deleted. */
    ACCOUNT_GONE,

    /** Its session was ended, or, for one that names none, all sessions were. */
    SESSION_ENDED
}
