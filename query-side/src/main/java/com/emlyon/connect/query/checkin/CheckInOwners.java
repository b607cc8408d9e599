package com.emlyon.connect.query.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the student of a check-in in history, where it has an index of its own. */
@Component
class CheckInOwners {

    private static final SqlFile OWNER = SqlFile.beside(CheckInOwners.class, "find-owner-of-check-in.sql");

    private final JdbcClient database;

    CheckInOwners(JdbcClient database) {
        this.database = database;
    }

    /** The student of a check-in, current or past; empty when there never was such a check-in. */
    Optional<AccountId> ownerOf(CheckInId checkIn) {
        return database.sql(OWNER.statement())
                .param(checkIn.value())
                .query((row, number) -> new AccountId(row.getString("account")))
                .optional();
    }
}
