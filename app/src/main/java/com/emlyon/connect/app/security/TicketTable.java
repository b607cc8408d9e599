package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.SessionId;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores unused tickets, a bounded number per account. They are deleted with their session and with their account. */
@Component
class TicketTable {

    private static final int MOST_OF_AN_ACCOUNT = 20;
    private static final SqlFile KEEP_NEWEST = SqlFile.beside(TicketTable.class, "keep-newest-tickets.sql");

    private final JdbcClient database;
    private final TransactionTemplate transactions;

    TicketTable(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Stores a ticket; false when its session or its account no longer exists. */
    boolean keep(byte[] hash, TokenClaims pass, Instant validUntil, Instant now) {
        try {
            transactions.executeWithoutResult(transaction -> {
                awaitTurnOf(pass.account());
                // Inserted first, as this locks the session before other tickets; a transaction that ends a session
                // locks in that order, too.
                add(hash, pass, validUntil);
                forgetTheOldest(pass.account(), now);
            });
            return true;
        } catch (DataIntegrityViolationException gone) {
            return false;
        }
    }

    /** Serializes the tickets of an account, as concurrent transactions would each find room for one more. */
    private void awaitTurnOf(AccountId account) {
        database.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('ticket of ' || ?, 0))")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    private void forgetTheOldest(AccountId account, Instant now) {
        database.sql(KEEP_NEWEST.statement())
                .param("account", account.value())
                .param("now", utc(now))
                .param("most", MOST_OF_AN_ACCOUNT)
                .update();
    }

    private void add(byte[] hash, TokenClaims pass, Instant validUntil) {
        database.sql("""
                        INSERT INTO store.ticket (hash, account, session, issued, expires, valid_until)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(hash)
                .param(pass.account().value())
                .param(SessionTable.session(pass))
                .param(issued(pass))
                .param(pass.expiresAt().getEpochSecond())
                .param(utc(validUntil))
                .update();
    }

    /** Only used for tokens without a session. */
    private static long issued(TokenClaims pass) {
        return switch (pass) {
            case TokenClaims.OfSession of -> 0;
            case TokenClaims.WithoutSession without -> without.issuedAt().getEpochSecond();
        };
    }

    /** Deletes an unexpired ticket and returns the claims for which it was issued; empty when there is none. */
    Optional<TokenClaims> take(byte[] hash, Instant now) {
        return database.sql("""
                        DELETE FROM store.ticket WHERE hash = ? AND valid_until > ?
                        RETURNING account, session, issued, expires
                        """)
                .param(hash)
                .param(utc(now))
                .query((row, number) -> pass(row))
                .optional();
    }

    private static TokenClaims pass(ResultSet row) throws SQLException {
        AccountId account = new AccountId(row.getString("account"));
        String session = row.getString("session");
        Instant expires = Instant.ofEpochSecond(row.getLong("expires"));
        return session == null
                ? new TokenClaims.WithoutSession(account, Instant.ofEpochSecond(row.getLong("issued")), expires)
                : new TokenClaims.OfSession(account, new SessionId(session), expires);
    }

    /** Deletes the tickets that have expired, and returns how many. */
    int sweep(Instant now) {
        return database.sql("DELETE FROM store.ticket WHERE valid_until <= ?")
                .param(utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
