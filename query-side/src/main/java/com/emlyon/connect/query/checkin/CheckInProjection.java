package com.emlyon.connect.query.checkin;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInFact;
import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.CheckedOut;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Column;
import com.emlyon.platform.projections.table.Rows;
import com.emlyon.platform.projections.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes {@code check_in}: one row for each student with a check-in. The whereabouts stay encrypted in the row. */
@Component
class CheckInProjection implements Projection {

    static final Column ACCOUNT = Column.text("account");
    static final Column ID = Column.text("id");

    /**
     * Tables made by former code have the whereabouts decrypted, in a column for each value; the expression combines
     * those.
     */
    static final Column WHEREABOUTS = new Column("whereabouts", "text", """
            'plain:' || jsonb_build_object(
              'place', place, 'latitude', latitude, 'longitude', longitude, 'emoji', emoji)""");

    static final Column AT = Column.moment("at");
    static final Table CHECK_IN = new Table("check_in", List.of(ACCOUNT), List.of(), List.of(ID, WHEREABOUTS, AT));

    @Override
    public String name() {
        return Projections.CHECK_INS;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table> tables() {
        return List.of(CHECK_IN);
    }

    @Override
    public SqlFile tableDefinitions() {
        return SqlFile.beside(CheckInProjection.class, "check-in-tables.sql");
    }

    @Override
    public Optional<SqlFile> indexDefinitions() {
        return Optional.of(SqlFile.beside(CheckInProjection.class, "check-in-indexes.sql"));
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(CheckInFact.class, AccountDeleted.class);
    }

    @Override
    public void apply(Fact fact, long position, Rows rows) {
        if (fact instanceof AccountDeleted deleted) {
            end(deleted.account(), rows);
            return;
        }
        switch ((CheckInFact) fact) {
            case CheckedIn checkedIn ->
                rows.put(
                        CHECK_IN,
                        ACCOUNT.of(checkedIn.account().value()),
                        ID.of(checkedIn.checkIn().value()),
                        WHEREABOUTS.of(checkedIn.whereabouts().asEncrypted()),
                        AT.of(checkedIn.at()));
            case CheckedOut checkedOut -> end(checkedOut.account(), rows);
        }
    }

    private static void end(AccountId account, Rows rows) {
        rows.remove(CHECK_IN, ACCOUNT.of(account.value()));
    }
}
