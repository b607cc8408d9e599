package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountById;
import com.emlyon.connect.api.account.AccountFact;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountUnknown;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.AccountsNamed;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.app.credentials.CredentialTable;
import com.emlyon.connect.app.web.Commands;
import com.emlyon.connect.app.web.Queries;
import com.emlyon.connect.query.account.AccountsInMemory;
import com.emlyon.connect.query.account.PastAccounts;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.eventstore.refusal.Refused;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.RowsInMemory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Finds accounts in the view. An account that the view does not show yet is built from the facts of its own stream, so
 * that a student who has just registered can go on while the projection is late.
 */
@Component
public class Accounts {

    private final Queries queries;
    private final CredentialTable credentials;
    private final EventStore history;
    private final Projection projection;
    private final PersonalDataReader personalData;

    Accounts(
            Queries queries,
            CredentialTable credentials,
            EventStore history,
            PastAccounts accounts,
            PersonalDataReader personalData) {
        this.queries = queries;
        this.credentials = credentials;
        this.history = history;
        this.projection = accounts.projection();
        this.personalData = personalData;
    }

    /** Finds an account; empty when it never existed or was deleted. */
    public Optional<AccountView> find(AccountId account) {
        return queries.one(new AccountById(account), AccountView.class).or(() -> fold(account));
    }

    /**
     * Returns those of the given accounts that exist now. The credentials decide this, because the view may still show
     * deleted accounts.
     */
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
     * @throws Refused when the account was deleted meanwhile
     */
    public AccountView own(AccountId account) {
        return find(account).orElseThrow(() -> new Refused(new AccountUnknown(account)));
    }

    /**
     * Returns the account of the caller before a command of theirs is sent. Readers see what a student does only
     * together with the student, so while the view lacks the student, the response says that the next read may not show
     * the change yet. Call this before sending the command, because nothing may fail after the command.
     *
     * @throws Refused when the account was deleted meanwhile
     */
    public AccountView ownShown(AccountId account, HttpServletResponse response) {
        return queries.one(new AccountById(account), AccountView.class).orElseGet(() -> {
            Commands.callLate(response);
            return fold(account).orElseThrow(() -> new Refused(new AccountUnknown(account)));
        });
    }

    /**
     * Marks the response like {@link #ownShown}, for answers that contain nothing of the account. It does not check
     * whether the account was deleted: the command does that.
     */
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
        return new AccountsInMemory(rows, personalData).find(account);
    }
}
