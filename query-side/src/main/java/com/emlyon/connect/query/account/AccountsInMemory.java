package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.projections.table.Lookup;
import com.emlyon.platform.projections.table.Row;
import com.emlyon.platform.projections.table.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads accounts from rows in memory. */
public record AccountsInMemory(Lookup rows, PersonalDataReader personalData) {

    /** The table of the accounts; its whole key is the id of the account. */
    public static final Table TABLE = AccountProjection.ACCOUNT;

    /** The account with the given id; empty when it does not exist. */
    public Optional<AccountView> find(AccountId account) {
        return row(account).map(this::view);
    }

    /** The account as shown beside a check-in or a campus event; empty when it does not exist. */
    public Optional<StudentView> student(AccountId account) {
        return row(account).map(this::student);
    }

    /** All accounts, in no order. */
    public Stream<AccountId> all() {
        return rows.all(TABLE).map(row -> new AccountId(row.text(AccountProjection.ID)));
    }

    /** Whether the account exists. */
    public boolean has(AccountId account) {
        return row(account).isPresent();
    }

    private Optional<Row> row(AccountId account) {
        return rows.find(TABLE, AccountProjection.ID.of(account.value()));
    }

    private StudentView student(Row row) {
        return new Decryption(personalData)
                .student(
                        row.text(AccountProjection.ID),
                        row.text(AccountProjection.NAME),
                        row.text(AccountProjection.AVATAR_URL),
                        row.text(AccountProjection.PROMOTION));
    }

    private AccountView view(Row row) {
        return new Decryption(personalData)
                .account(
                        row.text(AccountProjection.ID),
                        row.text(AccountProjection.EMAIL),
                        row.text(AccountProjection.NAME),
                        row.text(AccountProjection.PROMOTION),
                        row.text(AccountProjection.AVATAR_URL),
                        row.moment(AccountProjection.CREATED_AT),
                        row.moment(AccountProjection.UPDATED_AT));
    }
}
