package com.emlyon.connect.app.credentials;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.SessionId;
import com.emlyon.connect.command.account.Credentials;
import com.emlyon.platform.eventstore.axon.TransactionalWrites;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Credentials in a table beside the event store, written in the transaction of the facts of their command. */
@Component
public class CredentialTable implements Credentials {

    private final JdbcClient database;

    CredentialTable(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void keep(AccountId account, EmailKey emailKey, PasswordHash passwordHash) {
        TransactionalWrites.add(
                "INSERT INTO store.credential (account, email_key, password_hash) VALUES (?, ?, ?)",
                account.value(),
                emailKey.value(),
                passwordHash.value());
    }

    @Override
    public boolean isKeptFor(Set<EmailKey> emailKeys) {
        return loginOf(emailKeys).isPresent();
    }

    @Override
    public boolean isKept(AccountId account, PasswordHash passwordHash) {
        return hashOf(account).filter(passwordHash::equals).isPresent();
    }

    /**
     * Two statements, because the second one also sees the sessions whose transactions the first one had to wait for.
     */
    @Override
    public void replace(AccountId account, PasswordHash passwordHash, Optional<SessionId> goesOn, Instant at) {
        TransactionalWrites.add("""
                UPDATE store.credential SET password_hash = ?, former_tokens_end = greatest(former_tokens_end, ?)
                WHERE account = ?
                """, passwordHash.value(), at.atOffset(ZoneOffset.UTC), account.value());
        TransactionalWrites.add(
                "DELETE FROM store.session WHERE account = ? AND id IS DISTINCT FROM ?",
                account.value(),
                goesOn.map(SessionId::value).orElse(null));
    }

    @Override
    public void forget(AccountId account) {
        TransactionalWrites.add("DELETE FROM store.credential WHERE account = ?", account.value());
    }

    /**
     * The account with an email address, and its password hash. Several keys may belong to one address; the first of
     * them that is stored counts.
     */
    public Optional<Login> loginOf(Collection<EmailKey> emailKeys) {
        if (emailKeys.isEmpty()) {
            return Optional.empty();
        }
        return database.sql("""
                        SELECT account, email_key, password_hash FROM store.credential
                        WHERE email_key = ANY (CAST(:keys AS text[]))
                        ORDER BY array_position(CAST(:keys AS text[]), email_key) LIMIT 1
                        """)
                .param("keys", emailKeys.stream().map(EmailKey::value).toArray(String[]::new))
                .query((row, number) -> new Login(
                        new AccountId(row.getString("account")),
                        new EmailKey(row.getString("email_key")),
                        new PasswordHash(row.getString("password_hash"))))
                .optional();
    }

    /** The password hash of an account; empty once the account is deleted. */
    public Optional<PasswordHash> hashOf(AccountId account) {
        return database.sql("SELECT password_hash FROM store.credential WHERE account = ?")
                .param(account.value())
                .query((row, number) -> new PasswordHash(row.getString("password_hash")))
                .optional();
    }

    /**
     * The key of the email address of an account; present from the commit of its registration to that of its deletion.
     */
    public Optional<EmailKey> emailKeyOf(AccountId account) {
        return database.sql("SELECT email_key FROM store.credential WHERE account = ?")
                .param(account.value())
                .query((row, number) -> new EmailKey(row.getString("email_key")))
                .optional();
    }

    /** Those of the accounts that exist. */
    public Set<AccountId> existing(Set<AccountId> accounts) {
        return Set.copyOf(database.sql("SELECT account FROM store.credential WHERE account = ANY (?)")
                .param((Object) accounts.stream().map(AccountId::value).toArray(String[]::new))
                .query((row, number) -> new AccountId(row.getString(1)))
                .list());
    }

    /** An account with its email key and password hash. */
    public record Login(AccountId account, EmailKey emailKey, PasswordHash passwordHash) {}
}
