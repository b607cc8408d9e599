package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountAt;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.Vault;
import com.emlyon.connect.query.fold.Fold;
import com.emlyon.connect.query.history.Streams;
import com.emlyon.connect.query.projection.Projection;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers questions about accounts as they were, from their facts. */
@Component
public class PastAccounts {

    private final Streams streams;
    private final Vault vault;
    private final Projection projection = new AccountProjection();

    PastAccounts(Streams streams, Vault vault) {
        this.streams = streams;
        this.vault = vault;
    }

    @QueryHandler
    Optional<AccountView> answer(AccountAt query) {
        Fold fold = new Fold(projection);
        streams.read(Set.of(query.account().value()), query.moment(), fold.facts(), fold::add);
        return new AccountsInMemory(fold.rows(), vault).find(query.account());
    }

    /** What makes rows of accounts, for those who fold their facts together with others. */
    public Projection projection() {
        return projection;
    }
}
