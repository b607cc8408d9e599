package com.emlyon.connect.app.store;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.SessionId;
import com.emlyon.connect.command.account.Credentials;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Credentials in a table beside the event store, written with the facts of the command that concerns them. */
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

    /** In two statements: the second one also sees the sessions for which the first one had to wait. */
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

    /** Whose address it is, and the hash that proves it; several keys may stand for one address, and the first of them that is kept counts. */
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

    /** The hash that proves that somebody is the holder of an account; empty once the account is deleted. */
    public Optional<PasswordHash> hashOf(AccountId account) {
        return database.sql("SELECT password_hash FROM store.credential WHERE account = ?")
                .param(account.value())
                .query((row, number) -> new PasswordHash(row.getString("password_hash")))
                .optional();
    }

    /** Whose address the account has; present from the commit of its registration to that of its end. */
    public Optional<EmailKey> emailKeyOf(AccountId account) {
        return database.sql("SELECT email_key FROM store.credential WHERE account = ?")
                .param(account.value())
                .query((row, number) -> new EmailKey(row.getString("email_key")))
                .optional();
    }

    /** Which of the accounts still exist. */
    public Set<AccountId> existing(Set<AccountId> accounts) {
        return Set.copyOf(database.sql("SELECT account FROM store.credential WHERE account = ANY (?)")
                .param((Object) accounts.stream().map(AccountId::value).toArray(String[]::new))
                .query((row, number) -> new AccountId(row.getString(1)))
                .list());
    }

    /** An account and what proves that one is its holder. */
    public record Login(AccountId account, EmailKey emailKey, PasswordHash passwordHash) {}
}
