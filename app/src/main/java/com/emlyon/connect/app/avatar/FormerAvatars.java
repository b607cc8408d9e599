package com.emlyon.connect.app.avatar;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AvatarChanged;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.history.HistoryEnd;
import com.emlyon.platform.eventstore.history.Streams;
import com.emlyon.platform.projections.reaction.Reaction;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes the files of former avatars when an account has changed its avatar or was deleted. The names of these files
 * are read from the account's own history, so a client cannot make the service delete any other file.
 */
@Component
public class FormerAvatars implements Reaction {

    /** The name of the reaction, for commands that wait for it. */
    public static final String NAME = "avatars";

    private static final Logger log = LoggerFactory.getLogger(FormerAvatars.class);

    private final Streams history;
    private final AvatarStore store;

    FormerAvatars(Streams history, AvatarStore store) {
        this.history = history;
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(AvatarChanged.class, AccountDeleted.class);
    }

    @Override
    public void react(Fact fact, long position) {
        switch (fact) {
            case AvatarChanged changed -> deleteBefore(changed.account(), position, changed.avatarUrl());
            case AccountDeleted deleted -> deleteBefore(deleted.account(), position, "");
            default -> throw new IllegalArgumentException("No picture changes by " + fact.getClass());
        }
    }

    private void deleteBefore(AccountId account, long position, String present) {
        history.read(
                Set.of(account.value()),
                new HistoryEnd(position - 1, Instant.MAX),
                Set.of(AvatarChanged.class),
                stored -> {
                    if (stored.fact() instanceof AvatarChanged former
                            && !former.avatarUrl().equals(present)) {
                        delete(former);
                    }
                });
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
