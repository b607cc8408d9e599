package com.emlyon.connect.api.account;

import com.emlyon.platform.eventstore.fact.Fact;

/**
 * The facts of an email address. Each address has a stream of its own, so that the store itself refuses a second
 * registration.
 */
public sealed interface EmailFact extends Fact permits EmailClaimed, EmailReleased {

    /** The keyed hash of the address. */
    EmailKey emailKey();
}
