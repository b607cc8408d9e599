package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountFact;
import com.emlyon.connect.api.account.AccountRegistered;
import com.emlyon.connect.api.account.AccountRenamed;
import com.emlyon.connect.api.account.AvatarChanged;
import com.emlyon.connect.query.Projections;
import com.emlyon.connect.query.change.ViewChanges;
import com.emlyon.connect.query.sql.SqlFile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code view.account}: one row for every account that exists. */
@Component
@ProcessingGroup(Projections.ACCOUNTS)
class AccountProjection {

    private static final SqlFile UPSERT = SqlFile.beside(AccountProjection.class, "upsert-account.sql");

    private final JdbcClient database;
    private final ViewChanges changes;

    AccountProjection(JdbcClient database, ViewChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    @EventHandler
    void on(AccountFact fact) {
        switch (fact) {
            case AccountRegistered registered -> add(registered);
            case AccountRenamed renamed ->
                database.sql("UPDATE view.account SET name = ?, updated_at = ? WHERE id = ?")
                        .params(
                                renamed.name(),
                                utc(renamed.at()),
                                renamed.account().value())
                        .update();
            case AvatarChanged changed ->
                database.sql("UPDATE view.account SET avatar_url = ?, updated_at = ? WHERE id = ?")
                        .params(
                                changed.avatarUrl(),
                                utc(changed.at()),
                                changed.account().value())
                        .update();
            case AccountDeleted deleted -> delete(deleted);
        }
    }

    private void add(AccountRegistered fact) {
        database.sql(UPSERT.statement())
                .params(
                        fact.account().value(),
                        fact.email(),
                        fact.name(),
                        fact.promotion(),
                        fact.avatarUrl(),
                        utc(fact.at()),
                        utc(fact.at()))
                .update();
    }

    /** Only this is announced: whoever is connected with the account has to go. */
    private void delete(AccountDeleted fact) {
        int deleted = database.sql("DELETE FROM view.account WHERE id = ?")
                .params(fact.account().value())
                .update();
        changes.announce(Projections.ACCOUNTS, deleted);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
