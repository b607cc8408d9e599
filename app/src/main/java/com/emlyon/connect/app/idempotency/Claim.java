package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What came of the wish to serve a request with a key. */
sealed interface Claim {

    /**
     * It may be served.
     *
     * @param account whose it is, as far as that is known
     * @param begun when the key was first claimed, by the time of the database
     * @param takenOver whether an earlier attempt was interrupted, and may have done what was asked
     * @param stored whether it has stored its facts
     */
    record Granted(
            byte[] key, UUID attempt, Optional<AccountId> account, Instant begun, boolean takenOver, boolean stored)
            implements Claim {}

    /** An earlier attempt is under way. */
    record UnderWay() implements Claim {}

    /** The key was used for another request. */
    record UsedOtherwise() implements Claim {}

    /** It has been answered. */
    record Answered(KeptAnswer answer) implements Claim {}
}
