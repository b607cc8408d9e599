package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountAt;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.query.fold.Fold;
import com.emlyon.connect.query.history.Streams;
import com.emlyon.connect.query.projection.Projection;
import com.emlyon.connect.query.table.Row;
import com.emlyon.connect.query.table.RowsInMemory;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers questions about accounts as they were, from their facts. */
@Component
public class PastAccounts {

    private final Streams streams;
    private final Projection projection = new AccountProjection();

    PastAccounts(Streams streams) {
        this.streams = streams;
    }

    @QueryHandler
    Optional<AccountView> answer(AccountAt query) {
        Fold fold = new Fold(projection);
        streams.read(Set.of(query.account().value()), query.moment(), fold.facts(), fold::add);
        return in(fold.rows(), query.account());
    }

    /** What makes rows of accounts, for those who fold their facts together with others. */
    public Projection projection() {
        return projection;
    }

    /** An account among rows that were folded; empty when it is not there. */
    public Optional<AccountView> in(RowsInMemory rows, AccountId account) {
        return rows.find(AccountProjection.ACCOUNT, AccountProjection.ID.of(account.value()))
                .map(PastAccounts::view);
    }

    private static AccountView view(Row row) {
        return new AccountView(
                new AccountId(row.text(AccountProjection.ID)),
                row.text(AccountProjection.EMAIL),
                row.text(AccountProjection.NAME),
                row.text(AccountProjection.PROMOTION),
                row.text(AccountProjection.AVATAR_URL),
                row.moment(AccountProjection.CREATED_AT),
                row.moment(AccountProjection.UPDATED_AT));
    }
}
