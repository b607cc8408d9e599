package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.security.Session;

/** Those who are told the same: who may join, and who does. */
interface Circle {

    /** Whether somebody with a valid token may listen. */
    boolean admits(Session session);

    /** Takes a client in: it gets the present state first, and every change from then on. */
    void join(Subscriber subscriber);

    /** Forgets a client that has gone. */
    void leave(Subscriber subscriber);
}
