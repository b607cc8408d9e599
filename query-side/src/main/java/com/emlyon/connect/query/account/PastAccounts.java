package com.emlyon.connect.query.account;

import com.emlyon.connect.api.account.AccountAt;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.platform.eventstore.history.Streams;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.projections.fold.Fold;
import com.emlyon.platform.projections.projection.Projection;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what an account was like at a moment of the past, from its facts. */
@Component
public class PastAccounts {

    private final Streams streams;
    private final PersonalDataReader personalData;
    private final Projection projection = new AccountProjection();

    PastAccounts(Streams streams, PersonalDataReader personalData) {
        this.streams = streams;
        this.personalData = personalData;
    }

    @QueryHandler
    Optional<AccountView> answer(AccountAt query) {
        Fold fold = new Fold(projection);
        streams.read(Set.of(query.account().value()), query.moment().end(), fold.facts(), fold::add);
        return new AccountsInMemory(fold.rows(), personalData).find(query.account());
    }

    /** The projection of accounts, for callers that fold the facts of accounts together with other facts. */
    public Projection projection() {
        return projection;
    }
}
