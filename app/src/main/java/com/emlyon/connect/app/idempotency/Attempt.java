package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.api.account.AccountId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to serve a request with an idempotency key: it holds the key until the request is answered or the key is
 * released.
 */
final class Attempt {

    private final Claim.Granted claim;
    private final int statusOfSuccess;
    private volatile @Nullable AccountId account;
    private volatile @Nullable EncryptedAnswer prepared;
    private volatile boolean answered;
    private volatile boolean outcomeUnknown;

    Attempt(Claim.Granted claim, int statusOfSuccess) {
        this.claim = claim;
        this.statusOfSuccess = statusOfSuccess;
        this.account = claim.account().orElse(null);
    }

    byte[] key() {
        return claim.key();
    }

    UUID number() {
        return claim.attempt();
    }

    Claim.Granted claim() {
        return claim;
    }

    int statusOfSuccess() {
        return statusOfSuccess;
    }

    /** The account to which the answer is sent; empty while a caller without a token registers or logs in. */
    Optional<AccountId> account() {
        return Optional.ofNullable(account);
    }

    void belongsTo(AccountId holder) {
        account = holder;
    }

    /** The answer that is stored in the transaction of the facts. */
    Optional<EncryptedAnswer> prepared() {
        return Optional.ofNullable(prepared);
    }

    void prepare(EncryptedAnswer answer) {
        prepared = answer;
    }

    boolean isAnswered() {
        return answered;
    }

    void noteAnswered(boolean done) {
        answered = done;
    }

    boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    void noteOutcomeUnknown() {
        outcomeUnknown = true;
    }
}
