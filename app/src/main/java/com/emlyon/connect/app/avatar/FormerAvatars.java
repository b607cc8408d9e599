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
 * Deletes the files of former avatars when an account has changed its avatar or was deleted. The names of these files
 * are read from the account's own history, so a client cannot make the service delete any other file.
 */
@Component
@ProcessingGroup(FormerAvatars.PROCESSOR)
public class FormerAvatars {

    /** The name of the processor, for commands that wait for it. */
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

    /**
     * Deletes a file. A failure must not block the deletion of others, so it is only logged; {@link StrayAvatars}
     * deletes the file later.
     */
    private void delete(AvatarChanged former) {
        try {
            store.delete(former.avatarUrl());
        } catch (UncheckedIOException failure) {
            log.error("The picture {} could not be deleted", former.avatarUrl(), failure);
        }
    }
}
