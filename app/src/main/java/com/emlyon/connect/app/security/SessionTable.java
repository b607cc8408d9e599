package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.PasswordHash;
import com.emlyon.connect.api.account.SessionId;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataCipher;
import com.emlyon.platform.eventstore.sql.BatchLoader;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores sessions in a table beside the credentials. A session that ends is deleted; the database then notifies all
 * nodes of its account.
 */
@Component
class SessionTable {

    private static final SqlFile OPEN = SqlFile.beside(SessionTable.class, "open-session.sql");
    private static final SqlFile LOOK = SqlFile.beside(SessionTable.class, "look-at-passes.sql");
    private static final SqlFile END_ALL = SqlFile.beside(SessionTable.class, "end-all-sessions.sql");

    private static final int MOST_OF_AN_ACCOUNT = 50;

    private final JdbcClient database;
    private final PersonalDataCipher cipher;
    private final BatchLoader<TokenClaims, Standing> standings;

    SessionTable(JdbcClient database, PersonalDataCipher cipher) {
        this.database = database;
        this.cipher = cipher;
        this.standings = new BatchLoader<>(passes -> lookAt(passes, database));
    }

    /**
     * Opens a session, and ends the oldest ones beyond the limit of the account; false when the hash is no longer that
     * of the account.
     */
    boolean open(TokenClaims.OfSession pass, PasswordHash proof, Instant started, @Nullable String agent) {
        boolean opened = database.sql(OPEN.statement())
                        .param("id", pass.session().value())
                        .param("account", pass.account().value())
                        .param("passwordHash", proof.value())
                        .param("started", utc(started))
                        .param("validUntil", utc(pass.expiresAt()))
                        .param("agent", agent == null ? null : cipher.encrypt(Personal.of(pass.account(), agent)))
                        .update()
                > 0;
        endTheOldest(pass.account());
        return opened;
    }

    /** Bounds the sessions of an account, as repeated logins would otherwise fill the table. */
    private void endTheOldest(AccountId account) {
        database.sql("""
                        DELETE FROM store.session WHERE id IN (
                          SELECT id FROM store.session WHERE account = ? ORDER BY started DESC, id OFFSET ?)
                        """).params(account.value(), MOST_OF_AN_ACCOUNT).update();
    }

    /** The client that {@link #lookAt(TokenClaims)} uses. */
    JdbcClient database() {
        return database;
    }

    /** Whether the account and the session of a token still exist. */
    Standing lookAt(TokenClaims pass) {
        return standings.load(pass);
    }

    /** Whether the account and the session of each token still exist, in the order of the tokens. */
    static List<Standing> lookAt(List<TokenClaims> passes, JdbcClient connections) {
        return connections
                .sql(LOOK.statement())
                .param(
                        "accounts",
                        passes.stream().map(pass -> pass.account().value()).toArray(String[]::new))
                .param("sessions", passes.stream().map(SessionTable::session).toArray(String[]::new))
                .query((row, number) -> standing(passes.get(number), row))
                .list();
    }

    private static Standing standing(TokenClaims pass, ResultSet row) throws SQLException {
        return new Standing(Optional.ofNullable(row.getString("email_key")).map(EmailKey::new), isOpen(pass, row));
    }

    private static boolean isOpen(TokenClaims pass, ResultSet row) throws SQLException {
        return switch (pass) {
            case TokenClaims.OfSession of -> row.getBoolean("in_session");
            case TokenClaims.WithoutSession without ->
                without.issuedAt().getEpochSecond() > row.getDouble("former_tokens_end");
        };
    }

    static @Nullable String session(TokenClaims pass) {
        return switch (pass) {
            case TokenClaims.OfSession of -> of.session().value();
            case TokenClaims.WithoutSession without -> null;
        };
    }

    /** The open sessions of an account, newest first. */
    List<OpenSession> of(AccountId account, Instant now) {
        return database
                .sql("""
                        SELECT id, started, valid_until, agent FROM store.session
                        WHERE account = ? AND valid_until > ? ORDER BY started DESC, id
                        """)
                .params(account.value(), utc(now))
                .query((row, number) -> StoredSession.of(row))
                .list()
                .stream()
                .map(this::open)
                .toList();
    }

    /**
     * Called after the connection was returned to the pool, as decryption may have to query the key of the account.
     */
    private OpenSession open(StoredSession stored) {
        return new OpenSession(
                new SessionId(stored.id()),
                stored.started(),
                stored.validUntil(),
                Optional.ofNullable(stored.agent())
                        .flatMap(agent -> cipher.text(Personal.encrypted(agent)))
                        .orElse(null));
    }

    private record StoredSession(
            String id,
            Instant started,
            Instant validUntil,
            @Nullable String agent) {

        static StoredSession of(ResultSet row) throws SQLException {
            return new StoredSession(
                    row.getString("id"),
                    row.getObject("started", OffsetDateTime.class).toInstant(),
                    row.getObject("valid_until", OffsetDateTime.class).toInstant(),
                    row.getString("agent"));
        }
    }

    /** Ends a session of an account; false when the account has no such session. */
    boolean end(AccountId account, SessionId session, Instant now) {
        return database.sql("DELETE FROM store.session WHERE id = ? AND account = ? AND valid_until > ?")
                        .params(session.value(), account.value(), utc(now))
                        .update()
                > 0;
    }

    /** Ends all sessions of an account, and its tokens without a session that were issued up to the moment. */
    void endAll(AccountId account, Instant moment) {
        database.sql(END_ALL.statement())
                .param("account", account.value())
                .param("moment", utc(moment))
                .update();
    }

    /** Ends the tokens of an account without a session that were issued up to the moment. */
    void endWithoutSession(AccountId account, Instant moment) {
        database.sql("""
                        UPDATE store.credential SET former_tokens_end = greatest(former_tokens_end, ?) WHERE account = ?
                        """).params(utc(moment), account.value()).update();
    }

    /** Deletes the sessions that have expired, and returns how many. */
    int sweep(Instant now) {
        return database.sql("DELETE FROM store.session WHERE valid_until <= ?")
                .param(utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /**
     * Whether the account and the session of a token still exist.
     *
     * @param address the key of the account's email address; empty when the account was deleted
     * @param open whether the session has not ended
     */
    record Standing(Optional<EmailKey> address, boolean open) {}
}
