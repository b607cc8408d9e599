package com.emlyon.connect.app.throttle;

/** As what a request of somebody who is logged in counts. */
public enum RateLimitCategory {
    /** As something that was changed; everybody else is told. */
    WRITE,

    /** As a ticket that was handed out. */
    TICKET,

    /** As an export of everything that is held about somebody, which is much to gather. */
    EXPORT,

    /** As nothing: nobody is kept from logging out. */
    LOGOUT,

    /** As a guess at the password that it asks for, and so as nothing here; see {@link LoginRateLimiter}. */
    GUESS
}
