package com.emlyon.connect.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailClaimed;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.EmailReleased;
import com.emlyon.connect.api.account.EmailTaken;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Records which account has an email address. When two students register with one address, both commands append to this
 * stream, and the store's unique key on stream and sequence lets only one of them succeed.
 */
@Aggregate(snapshotTriggerDefinition = "snapshotsOfLongStreams", cache = "emailClaimsInMemory")
@StoredAs("EmailClaim")
class EmailClaim {

    @AggregateIdentifier
    private EmailKey emailKey;

    private @Nullable AccountId owner;

    @SuppressWarnings("NullAway.Init") // Axon fills it from its facts
    EmailClaim() {}

    void claim(EmailKey key, AccountId account, Instant at) {
        if (owner != null) {
            throw new Refused(new EmailTaken());
        }
        apply(new EmailClaimed(key, account, at));
    }

    void release(AccountId account, Instant at) {
        if (account.equals(owner)) {
            apply(new EmailReleased(emailKey, account, at));
        }
    }

    @EventSourcingHandler
    void on(EmailClaimed fact) {
        emailKey = fact.emailKey();
        owner = fact.account();
    }

    @EventSourcingHandler
    void on(EmailReleased fact) {
        owner = null;
    }
}
