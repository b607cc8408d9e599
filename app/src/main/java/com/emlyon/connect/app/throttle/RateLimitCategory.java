package com.emlyon.connect.app.throttle;

/** The category under which a request of a logged-in student counts. */
public enum RateLimitCategory {
    /** A change, about which all other clients are notified. */
    WRITE,

    /** A request for a ticket. */
    TICKET,

    /** An export of all data about a student, which is much to read. */
    EXPORT,

    /** Not counted, so that logging out is always possible. */
    LOGOUT,

    /** A request that asks for the password; {@link LoginRateLimiter} counts it, so it does not count here. */
    GUESS
}
