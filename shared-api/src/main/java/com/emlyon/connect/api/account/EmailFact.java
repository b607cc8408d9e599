package com.emlyon.connect.api.account;

import com.emlyon.connect.api.fact.Fact;

/** What happens to an address: a stream of its own, so that the store itself refuses its second registrant. */
public sealed interface EmailFact extends Fact permits EmailClaimed, EmailReleased {

    /** The address, as its keyed hash. */
    EmailKey emailKey();
}
