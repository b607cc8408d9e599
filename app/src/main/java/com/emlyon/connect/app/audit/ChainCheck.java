package com.emlyon.connect.app.audit;

import com.emlyon.connect.app.audit.Finding.Broken;
import com.emlyon.connect.app.audit.Finding.Whole;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the whole trail and computes the hash chain anew, without trusting any value that the database computes. */
@Component
public class ChainCheck {

    private static final SqlFile CHAIN = SqlFile.beside(ChainCheck.class, "read-chain.sql");
    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcTemplate database;
    private final TransactionTemplate moment;

    ChainCheck(DataSource database, PlatformTransactionManager transactions) {
        this.database = new JdbcTemplate(database);
        this.database.setFetchSize(ROWS_AT_ONCE);
        this.moment = new TransactionTemplate(transactions);
        this.moment.setReadOnly(true);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Checks all entries in one snapshot of the database. */
    public Finding check() {
        return check(ChainEnd.OF_NOTHING);
    }

    /**
     * Checks all entries, and that they agree with an entry that was written down elsewhere.
     *
     * @param known an entry that must be unchanged in the trail; or, if older entries were archived, the last archived
     *     one
     */
    public Finding check(ChainEnd known) {
        ResultSetExtractor<Finding> walk = rows -> walk(rows, new Chain(known));
        Finding finding = moment.execute(transaction -> database.query(CHAIN.statement(), walk));
        if (finding == null) {
            throw new IllegalStateException("Nothing was found out");
        }
        return finding;
    }

    private Finding walk(ResultSet rows, Chain chain) throws SQLException {
        Optional<Broken> broken = Optional.empty();
        while (broken.isEmpty() && rows.next()) {
            broken = chain.follow(link(rows));
        }
        return broken.map(Finding.class::cast).orElseGet(() -> ended(chain));
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("number"),
                hex(row.getBytes("previous")),
                hex(row.getBytes("hash")),
                String.join(
                        "\n",
                        row.getString("number"),
                        row.getString("micros"),
                        row.getString("kind"),
                        Optional.ofNullable(row.getString("actor")).orElse(""),
                        Optional.ofNullable(row.getString("subject")).orElse(""),
                        Optional.ofNullable(row.getString("address")).orElse(""),
                        row.getString("details")));
    }

    private Finding ended(Chain chain) {
        ChainEnd kept = database
                .query(
                        "SELECT number, hash FROM store.audit_end",
                        (row, number) -> new ChainEnd(row.getLong("number"), hex(row.getBytes("hash"))))
                .stream()
                .findFirst()
                .orElse(ChainEnd.OF_NOTHING);
        return chain.end(kept).map(Finding.class::cast).orElseGet(() -> new Whole(chain.first(), chain.last()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
