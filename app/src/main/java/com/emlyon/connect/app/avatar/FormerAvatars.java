package com.emlyon.connect.app.avatar;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AvatarChanged;
import java.io.UncheckedIOException;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * When an avatar has changed, or its account was deleted, then the files of the former ones go. Which files those are
 * stands in the account's own history, so nobody can make the service delete anything else.
 */
@Component
@ProcessingGroup(FormerAvatars.PROCESSOR)
public class FormerAvatars {

    /** The name of the processor, for those who wait for it. */
    public static final String PROCESSOR = "avatars";

    private static final Logger log = LoggerFactory.getLogger(FormerAvatars.class);

    private final EventStore history;
    private final AvatarStore store;

    FormerAvatars(EventStore history, AvatarStore store) {
        this.history = history;
        this.store = store;
    }

    @EventHandler
    void on(AvatarChanged fact, @SequenceNumber long sequence) {
        deleteBefore(fact.account(), sequence, fact.avatarUrl());
    }

    @EventHandler
    void on(AccountDeleted fact, @SequenceNumber long sequence) {
        deleteBefore(fact.account(), sequence, "");
    }

    private void deleteBefore(AccountId account, long sequence, String present) {
        DomainEventStream facts = history.readEvents(account.value(), 0);
        while (facts.hasNext()) {
            var fact = facts.next();
            if (fact.getSequenceNumber() < sequence
                    && fact.getPayload() instanceof AvatarChanged former
                    && !former.avatarUrl().equals(present)) {
                delete(former);
            }
        }
    }

    /** One that cannot be deleted must not keep those of others; it goes with the next sweep. */
    private void delete(AvatarChanged former) {
        try {
            store.delete(former.avatarUrl());
        } catch (UncheckedIOException failure) {
            log.error("The picture {} could not be deleted", former.avatarUrl(), failure);
        }
    }
}
