package com.emlyon.connect.command.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.PasswordHash;
import java.util.ArrayList;
import java.util.List;

/** Tells what a test's subject did to the credentials, and can be out of order. */
final class RecordedCredentials implements Credentials {

    private final List<Change> changes = new ArrayList<>();
    private boolean brokenDown;

    @Override
    public void keep(AccountId account, EmailKey emailKey, PasswordHash passwordHash) {
        record(new Kept(account, emailKey, passwordHash));
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

    record Forgotten(AccountId account) implements Change {}

    static final class BrokenDown extends RuntimeException {}
}
