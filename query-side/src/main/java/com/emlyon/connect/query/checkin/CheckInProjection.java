package com.emlyon.connect.query.checkin;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.checkin.CheckInFact;
import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.CheckedOut;
import com.emlyon.connect.query.Projections;
import com.emlyon.connect.query.change.ViewChanges;
import com.emlyon.connect.query.sql.SqlFile;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code view.check_in}: one row for every student who has said where they are. */
@Component
@ProcessingGroup(Projections.CHECK_INS)
class CheckInProjection {

    private static final SqlFile UPSERT = SqlFile.beside(CheckInProjection.class, "upsert-check-in.sql");

    private final JdbcClient database;
    private final ViewChanges changes;

    CheckInProjection(JdbcClient database, ViewChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    @EventHandler
    void on(CheckInFact fact) {
        int changed = switch (fact) {
            case CheckedIn checkedIn -> put(checkedIn);
            case CheckedOut checkedOut ->
                database.sql("DELETE FROM view.check_in WHERE id = ?")
                        .param(checkedOut.checkIn().value())
                        .update();
        };
        changes.announce(Projections.CHECK_INS, changed);
    }

    @EventHandler
    void on(AccountDeleted fact) {
        int changed = database.sql("DELETE FROM view.check_in WHERE account = ?")
                .param(fact.account().value())
                .update();
        changes.announce(Projections.CHECK_INS, changed);
    }

    private int put(CheckedIn fact) {
        return database.sql(UPSERT.statement())
                .param(fact.account().value())
                .param(fact.checkIn().value())
                .param(fact.place())
                .param(fact.latitude())
                .param(fact.longitude())
                .param(fact.emoji())
                .param(fact.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
