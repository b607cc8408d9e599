package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.platform.eventstore.append.TransactionalWriteRefused;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys of the last 24 hours in {@code store.idempotency_key}, stored as hashes; all times are those of the clock
 * that the nodes share, which a jump of a local clock does not affect.
 */
@Component
class IdempotencyKeyTable {

    private static final SqlFile CLAIM = SqlFile.beside(IdempotencyKeyTable.class, "claim-key.sql");
    private static final SqlFile TAKE_OVER = SqlFile.beside(IdempotencyKeyTable.class, "take-over-key.sql");
    private static final SqlFile LOOK = SqlFile.beside(IdempotencyKeyTable.class, "look-at-key.sql");
    private static final SqlFile STORE_WITH_FACTS = SqlFile.beside(IdempotencyKeyTable.class, "store-with-facts.sql");
    private static final SqlFile ANSWER = SqlFile.beside(IdempotencyKeyTable.class, "answer-key.sql");
    private static final SqlFile RELEASE = SqlFile.beside(IdempotencyKeyTable.class, "release-key.sql");
    private static final SqlFile HAND_OVER = SqlFile.beside(IdempotencyKeyTable.class, "hand-over-key.sql");
    private static final SqlFile FORGET = SqlFile.beside(IdempotencyKeyTable.class, "forget-key.sql");
    private static final SqlFile FORGET_OLD = SqlFile.beside(IdempotencyKeyTable.class, "forget-old-keys.sql");

    private final JdbcClient database;
    private final Clock clock;

    IdempotencyKeyTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Claims a key for a new attempt, even when its former attempt was interrupted. */
    Claim claim(byte[] key, Optional<AccountId> account, byte[] fingerprint) {
        while (true) {
            Optional<Claim> claim = claimNew(key, account, fingerprint).or(() -> claimPresent(key, fingerprint));
            if (claim.isPresent()) {
                return claim.get();
            }
        }
    }

    private Optional<Claim> claimNew(byte[] key, Optional<AccountId> account, byte[] fingerprint) {
        UUID attempt = UUID.randomUUID();
        return database.sql(CLAIM.statement())
                .param("id", key)
                .param("account", textOf(account))
                .param("fingerprint", fingerprint)
                .param("attempt", attempt)
                .param("now", now())
                .query((row, number) -> granted(key, attempt, false, row))
                .optional();
    }

    /** Empty when the key has changed at this moment, and must be claimed again. */
    private Optional<Claim> claimPresent(byte[] key, byte[] fingerprint) {
        return switch (stateOf(key, fingerprint)) {
            case GONE -> Optional.empty();
            case EXPIRED -> {
                database.sql(FORGET.statement())
                        .param("id", key)
                        .param("now", now())
                        .update();
                yield Optional.empty();
            }
            case OF_ANOTHER_REQUEST -> Optional.of(new Claim.UsedOtherwise());
            case UNDER_WAY -> Optional.of(new Claim.UnderWay());
            case INTERRUPTED -> Optional.of(takeOver(key));
            case ANSWERED -> answerOf(key);
        };
    }

    private State stateOf(byte[] key, byte[] fingerprint) {
        return database.sql(LOOK.statement())
                .param("id", key)
                .param("fingerprint", fingerprint)
                .param("now", now())
                .query((row, number) -> state(row))
                .optional()
                .orElse(State.GONE);
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getBoolean("expired")) {
            return State.EXPIRED;
        }
        if (!row.getBoolean("same")) {
            return State.OF_ANOTHER_REQUEST;
        }
        if (row.getBoolean("answered")) {
            return State.ANSWERED;
        }
        return row.getBoolean("interrupted") ? State.INTERRUPTED : State.UNDER_WAY;
    }

    /**
     * Under way if the former attempt is storing its facts at this moment after all, or another request has just taken
     * the key over.
     */
    private Claim takeOver(byte[] key) {
        UUID attempt = UUID.randomUUID();
        return database.sql(TAKE_OVER.statement())
                .param("id", key)
                .param("attempt", attempt)
                .param("now", now())
                .query((row, number) -> granted(key, attempt, true, row))
                .optional()
                .orElseGet(Claim.UnderWay::new);
    }

    private Optional<Claim> answerOf(byte[] key) {
        return database.sql("SELECT status, answer FROM store.idempotency_key WHERE id = ? AND status IS NOT NULL")
                .param(key)
                .query((row, number) ->
                        (Claim) new Claim.Answered(new EncryptedAnswer(row.getInt("status"), row.getString("answer"))))
                .optional();
    }

    private static Claim granted(byte[] key, UUID attempt, boolean takenOver, ResultSet row) throws SQLException {
        return new Claim.Granted(
                key,
                attempt,
                Optional.ofNullable(row.getString("account")).map(AccountId::new),
                row.getObject("begun", OffsetDateTime.class).toInstant(),
                takenOver,
                row.getBoolean("stored"));
    }

    /** Stores in the transaction of the facts that they are stored, and the answer if it is known. */
    void storeWithFacts(Attempt attempt, Connection transaction) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(STORE_WITH_FACTS.statement())) {
            statement.setString(1, textOf(attempt.account()));
            statement.setObject(
                    2, attempt.prepared().map(EncryptedAnswer::status).orElse(null), Types.SMALLINT);
            statement.setString(
                    3, attempt.prepared().map(EncryptedAnswer::encrypted).orElse(null));
            statement.setBytes(4, attempt.key());
            statement.setObject(5, attempt.number());
            if (statement.executeUpdate() != 1) {
                throw new TransactionalWriteRefused("Another attempt has claimed the key meanwhile");
            }
        }
    }

    /** Stores the answer of an attempt that still holds its key. */
    void answer(Attempt attempt, EncryptedAnswer answer) {
        database.sql(ANSWER.statement())
                .param("account", textOf(attempt.account()))
                .param("status", answer.status())
                .param("answer", answer.encrypted())
                .param("id", attempt.key())
                .param("attempt", attempt.number())
                .update();
    }

    /** Releases a key without an answer: it is deleted or, when facts were stored, handed over to the next attempt. */
    void release(Attempt attempt) {
        if (database.sql(RELEASE.statement())
                        .param("id", attempt.key())
                        .param("attempt", attempt.number())
                        .update()
                == 0) {
            database.sql(HAND_OVER.statement())
                    .param("id", attempt.key())
                    .param("attempt", attempt.number())
                    .update();
        }
    }

    /** Deletes the keys that are older than 24 hours. */
    int sweep() {
        return database.sql(FORGET_OLD.statement()).param("now", now()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String textOf(Optional<AccountId> account) {
        return account.map(AccountId::value).orElse(null);
    }

    /** The state of a key that cannot be claimed as a new one. */
    private enum State {
        GONE,
        EXPIRED,
        OF_ANOTHER_REQUEST,
        UNDER_WAY,
        INTERRUPTED,
        ANSWERED
    }
}
