package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountById;
import com.emlyon.connect.api.account.AccountFact;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountUnknown;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.AccountsNamed;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.account.Vault;
import com.emlyon.connect.api.refusal.Refused;
import com.emlyon.connect.app.store.CredentialTable;
import com.emlyon.connect.app.web.Commands;
import com.emlyon.connect.app.web.Queries;
import com.emlyon.connect.query.account.AccountsInMemory;
import com.emlyon.connect.query.account.PastAccounts;
import com.emlyon.connect.query.projection.Projection;
import com.emlyon.connect.query.table.RowsInMemory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Finds accounts in the view, and one that the view does not show yet in its own few facts: whoever has just registered
 * can go on even while the projection is late.
 */
@Component
public class Accounts {

    private final Queries queries;
    private final CredentialTable credentials;
    private final EventStore history;
    private final Projection projection;
    private final Vault vault;

    Accounts(Queries queries, CredentialTable credentials, EventStore history, PastAccounts accounts, Vault vault) {
        this.queries = queries;
        this.credentials = credentials;
        this.history = history;
        this.projection = accounts.projection();
        this.vault = vault;
    }

    /** The account; empty when it never existed or was deleted. */
    public Optional<AccountView> find(AccountId account) {
        return queries.one(new AccountById(account), AccountView.class).or(() -> fold(account));
    }

    /** Those of the accounts that exist at this moment, by the credentials: the view may still show others. */
    public Map<AccountId, StudentView> existing(Set<AccountId> accounts) {
        Set<AccountId> existing = credentials.existing(accounts);
        Map<AccountId, StudentView> students = new HashMap<>();
        queries.all(new AccountsNamed(existing), AccountView.class)
                .forEach(account -> students.put(account.id(), account.student()));
        for (AccountId account : existing) {
            if (!students.containsKey(account)) {
                fold(account).ifPresent(view -> students.put(account, view.student()));
            }
        }
        return students;
    }

    /**
     * The account of the caller.
     *
     * @throws Refused when it was deleted in this very moment
     */
    public AccountView own(AccountId account) {
        return find(account).orElseThrow(() -> new Refused(new AccountUnknown(account)));
    }

    /**
     * The account of the caller, who is about to do something. What a student does shows together with the student: until the view
     * has them, the answer calls itself late. Asked before the command, as nothing may fail after it.
     *
     * @throws Refused when it was deleted in this very moment
     */
    public AccountView ownShown(AccountId account, HttpServletResponse response) {
        return queries.one(new AccountById(account), AccountView.class).orElseGet(() -> {
            Commands.callLate(response);
            return fold(account).orElseThrow(() -> new Refused(new AccountUnknown(account)));
        });
    }

    /** The same, where nothing of the account is in the answer: the command says whether it was deleted. */
    public void callLateUntilShown(AccountId account, HttpServletResponse response) {
        if (queries.one(new AccountById(account), AccountView.class).isEmpty()) {
            Commands.callLate(response);
        }
    }

    private Optional<AccountView> fold(AccountId account) {
        RowsInMemory rows = new RowsInMemory();
        DomainEventStream facts = history.readEvents(account.value(), 0);
        while (facts.hasNext()) {
            var fact = facts.next();
            if (fact.getPayload() instanceof AccountFact said) {
                projection.apply(said, fact.getSequenceNumber(), rows);
            }
        }
        return new AccountsInMemory(rows, vault).find(account);
    }
}
