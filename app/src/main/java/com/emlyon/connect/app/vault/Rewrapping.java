package com.emlyon.connect.app.vault;

import com.emlyon.connect.app.settings.StartRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When another master key has come into use, wraps anew with it what the former one has wrapped, at the start; facts are not
 * touched. Refuses to start where something was wrapped by a master key that nobody has given.
 */
@Component
class Rewrapping implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(Rewrapping.class);
    private static final String MARK = "mark of the master key";
    private static final int AT_ONCE = 1_000;

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final MasterKeys masters;

    Rewrapping(JdbcClient database, TransactionTemplate transactions, MasterKeys masters) {
        this.database = database;
        this.transactions = transactions;
        this.masters = masters;
    }

    @Override
    public void afterPropertiesSet() {
        leaveAMark();
        refuseUnlessKnown();
        long rewrapped = 0;
        for (int some = AT_ONCE; some == AT_ONCE; rewrapped += some) {
            some = transactions.execute(transaction -> rewrapPersons());
        }
        rewrapped += transactions.execute(transaction -> rewrapShared());
        if (rewrapped > 0) {
            log.info("Wrapped {} keys anew with master key {}", rewrapped, masters.currentName());
        }
    }

    /** So that of two nodes that begin with different master keys the second one notices at once. */
    private void leaveAMark() {
        Wrapped mark = masters.wrap(new byte[PersonKey.BYTES], MasterKeys.shared(MARK));
        database.sql("INSERT INTO store.key (name, master, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(MARK, mark.master(), mark.key())
                .update();
    }

    private void refuseUnlessKnown() {
        Set<String> known = masters.names();
        database.sql("SELECT master FROM store.person_key UNION SELECT master FROM store.key")
                .query(row -> {
                    String used = row.getString("master");
                    if (used != null && !known.contains(used)) {
                        throw new StartRefused(UnknownMasterKey.sentence(used));
                    }
                });
    }

    private int rewrapPersons() {
        List<Row> rows = database.sql("""
                        SELECT person AS name, master, wrapped FROM store.person_key
                        WHERE master <> ? LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .params(masters.currentName(), AT_ONCE)
                .query(Rewrapping::row)
                .list();
        rows.forEach(row -> write(
                "UPDATE store.person_key SET master = ?, wrapped = ? WHERE person = ?",
                row,
                KeyTable.purpose(row.name())));
        return rows.size();
    }

    private int rewrapShared() {
        List<Row> rows = database.sql(
                        "SELECT name, master, value AS wrapped FROM store.key WHERE master <> ? FOR UPDATE")
                .param(masters.currentName())
                .query(Rewrapping::row)
                .list();
        rows.forEach(row ->
                write("UPDATE store.key SET master = ?, value = ? WHERE name = ?", row, MasterKeys.shared(row.name())));
        return rows.size();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("name"), new Wrapped(row.getString("master"), row.getBytes("wrapped")));
    }

    private void write(String statement, Row row, String purpose) {
        Wrapped anew = masters.wrap(masters.unwrap(row.wrapped(), purpose), purpose);
        database.sql(statement).params(anew.master(), anew.key(), row.name()).update();
    }

    private record Row(String name, Wrapped wrapped) {}
}
