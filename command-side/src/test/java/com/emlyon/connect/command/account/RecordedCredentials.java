package com.emlyon.connect.command.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tells what a test's subject did to the credentials, and can be out of order. */
final class RecordedCredentials implements Credentials {

    private final List<Change> changes = new ArrayList<>();
    private boolean brokenDown;

    @Override
    public void keep(AccountId account, EmailKey emailKey, PasswordHash passwordHash) {
        record(new Kept(account, emailKey, passwordHash));
    }

    @Override
    public boolean isKeptFor(Set<EmailKey> emailKeys) {
        return changes.stream().anyMatch(change -> change instanceof Kept kept && emailKeys.contains(kept.emailKey()));
    }

    /** What is kept, as far as the changes tell. */
    @Override
    public boolean isKept(AccountId account, PasswordHash passwordHash) {
        return changes.stream()
                .map(change -> switch (change) {
                    case Kept kept -> kept.account().equals(account) ? kept.passwordHash() : null;
                    case Replaced replaced -> replaced.account().equals(account) ? replaced.passwordHash() : null;
                    case Forgotten forgotten -> null;
                })
                .filter(Objects::nonNull)
                .reduce((former, latter) -> latter)
                .filter(passwordHash::equals)
                .isPresent();
    }

    @Override
    public void replace(AccountId account, PasswordHash passwordHash, Optional<SessionId> goesOn, Instant at) {
        record(new Replaced(account, passwordHash, goesOn, at));
    }

    @Override
    public void forget(AccountId account) {
        record(new Forgotten(account));
    }

    private void record(Change change) {
        if (brokenDown) {
            throw new BrokenDown();
        }
        changes.add(change);
    }

    List<Change> changes() {
        return changes;
    }

    void breakDown() {
        brokenDown = true;
    }

    sealed interface Change {}

    record Kept(AccountId account, EmailKey emailKey, PasswordHash passwordHash) implements Change {}

    record Replaced(AccountId account, PasswordHash passwordHash, Optional<SessionId> goesOn, Instant at)
            implements Change {}

    record Forgotten(AccountId account) implements Change {}

    static final class BrokenDown extends RuntimeException {}
}
