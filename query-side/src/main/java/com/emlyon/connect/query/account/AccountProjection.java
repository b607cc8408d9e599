package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountFact;
import com.emlyon.connect.api.account.AccountRegistered;
import com.emlyon.connect.api.account.AccountRenamed;
import com.emlyon.connect.api.account.AvatarChanged;
import com.emlyon.connect.api.account.PasswordChanged;
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

/** Writes {@code account}: one row for each existing account. Personal data stays encrypted in the row. */
@Component
class AccountProjection implements Projection {

    static final Column ID = Column.text("id");
    static final Column EMAIL = Column.text("email");
    static final Column NAME = Column.text("name");
    static final Column PROMOTION = Column.text("promotion");
    static final Column AVATAR_URL = Column.text("avatar_url");
    static final Column CREATED_AT = Column.moment("created_at");
    static final Column UPDATED_AT = Column.moment("updated_at");
    static final Table ACCOUNT = new Table(
            "account", List.of(ID), List.of(), List.of(EMAIL, NAME, PROMOTION, AVATAR_URL, CREATED_AT, UPDATED_AT));

    @Override
    public String name() {
        return Projections.ACCOUNTS;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table> tables() {
        return List.of(ACCOUNT);
    }

    @Override
    public SqlFile tableDefinitions() {
        return SqlFile.beside(AccountProjection.class, "account-tables.sql");
    }

    @Override
    public Optional<SqlFile> indexDefinitions() {
        return Optional.empty();
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(AccountFact.class);
    }

    @Override
    public void apply(Fact fact, long position, Rows rows) {
        switch ((AccountFact) fact) {
            case AccountRegistered registered ->
                rows.put(
                        ACCOUNT,
                        ID.of(registered.account().value()),
                        EMAIL.of(registered.email().asEncrypted()),
                        NAME.of(registered.name().asEncrypted()),
                        PROMOTION.of(registered.promotion().asEncrypted()),
                        AVATAR_URL.of(registered.avatarUrl().asEncrypted()),
                        CREATED_AT.of(registered.at()),
                        UPDATED_AT.of(registered.at()));
            case AccountRenamed renamed ->
                rows.change(
                        ACCOUNT,
                        ID.of(renamed.account().value()),
                        NAME.of(renamed.name().asEncrypted()),
                        UPDATED_AT.of(renamed.at()));
            case AvatarChanged changed ->
                rows.change(
                        ACCOUNT,
                        ID.of(changed.account().value()),
                        AVATAR_URL.of(changed.avatarUrl()),
                        UPDATED_AT.of(changed.at()));
            // A password change concerns only the owner, so the row shows nothing of it, not even its time.
            case PasswordChanged changed -> {}
            case AccountDeleted deleted ->
                rows.remove(ACCOUNT, ID.of(deleted.account().value()));
        }
    }
}
