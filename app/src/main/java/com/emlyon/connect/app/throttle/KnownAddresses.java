package com.emlyon.connect.app.throttle;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.EmailKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses from which accounts have logged in, as hashes; the latest of each account. */
@Component
public class KnownAddresses {

    private static final Logger log = LoggerFactory.getLogger(KnownAddresses.class);
    private static final int MOST_OF_AN_ACCOUNT = 20;

    private final JdbcClient database;

    KnownAddresses(JdbcClient database) {
        this.database = database;
    }

    /** Whether the account with that email address has logged in from the network address. */
    boolean knows(EmailKey account, String address) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM store.known_address JOIN store.credential USING (account)
                                       WHERE email_key = ? AND address = ?)
                        """)
                .params(account.value(), address)
                .query(Boolean.class)
                .single();
    }

    /** The addresses of an account, the latest first. */
    public List<KnownAddress> of(AccountId account) {
        return database.sql("SELECT address, used FROM store.known_address WHERE account = ? ORDER BY used DESC")
                .param(account.value())
                .query((row, number) -> new KnownAddress(
                        row.getString("address"),
                        row.getObject("used", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Stores an address, and deletes the oldest when there are too many. Stores nothing for a deleted account. */
    void note(EmailKey account, String address, Instant now) {
        try {
            database.sql("""
                            INSERT INTO store.known_address (account, address, used)
                            SELECT account, ?, ? FROM store.credential WHERE email_key = ?
                            ON CONFLICT (account, address) DO UPDATE SET used = excluded.used
                            """)
                    .params(address, Timestamp.from(now), account.value())
                    .update();
            database.sql("""
                            DELETE FROM store.known_address USING (
                              SELECT account, address FROM store.known_address JOIN store.credential USING (account)
                              WHERE email_key = ? ORDER BY used DESC OFFSET ?) AS old
                            WHERE known_address.account = old.account AND known_address.address = old.address
                            """).params(account.value(), MOST_OF_AN_ACCOUNT).update();
        } catch (DataIntegrityViolationException gone) {
            log.debug("An account went while its address was noted", gone);
        }
    }
}
