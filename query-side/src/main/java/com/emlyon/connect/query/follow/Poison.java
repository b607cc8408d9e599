package com.emlyon.connect.query.follow;

import com.emlyon.connect.query.history.FactOfNewerCode;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Tells a fact that cannot be digested from a database that cannot be worked with. */
final class Poison {

    private Poison() {}

    /**
     * Whether trying again would fail again because of the fact itself: the code does not understand it, or its rows break
     * a rule of the table. Everything else that a database says concerns all facts, and passes; and newer code can read what it
     * has written.
     */
    static boolean is(RuntimeException failure) {
        return failure instanceof DataIntegrityViolationException
                || !(failure instanceof DataAccessException
                        || failure instanceof TransactionException
                        || failure instanceof FactOfNewerCode);
    }
}
