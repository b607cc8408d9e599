package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The result of claiming the idempotency key of a request. */
sealed interface Claim {

    /**
     * The request may be served.
     *
     * @param account the account that sent it, as far as it is known
     * @param begun when the key was first claimed, by the time of the database
     * @param takenOver whether an earlier attempt was interrupted, and may have done what was asked
     * @param stored whether that attempt has stored its facts
     */
    record Granted(
            byte[] key, UUID attempt, Optional<AccountId> account, Instant begun, boolean takenOver, boolean stored)
            implements Claim {}

    /** An earlier attempt is under way. */
    record UnderWay() implements Claim {}

    /** The key was used for another request. */
    record UsedOtherwise() implements Claim {}

    /** The request has been answered. */
    record Answered(EncryptedAnswer answer) implements Claim {}
}
