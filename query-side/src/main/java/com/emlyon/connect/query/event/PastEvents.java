package com.emlyon.connect.query.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventAt;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventFact;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import com.emlyon.connect.api.event.EventUpdated;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.query.account.PastAccounts;
import com.emlyon.platform.eventstore.history.Streams;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.projections.fold.Fold;
import com.emlyon.platform.projections.projection.Projection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/**
 * Answers what a campus event was like at a moment of the past, from its facts and those of its creator and attendees.
 */
@Component
class PastEvents {

    private final Streams streams;
    private final Projection projection = new EventProjection();
    private final PastAccounts accounts;
    private final PersonalDataReader personalData;

    PastEvents(Streams streams, PastAccounts accounts, PersonalDataReader personalData) {
        this.streams = streams;
        this.accounts = accounts;
        this.personalData = personalData;
    }

    @QueryHandler
    Optional<EventView> answer(EventAt query) {
        Set<String> concerned = new HashSet<>(Set.of(query.event().value()));
        streams.read(
                Set.of(query.event().value()),
                query.moment().end(),
                Set.of(EventFact.class),
                stored -> whoAppears((EventFact) stored.fact())
                        .map(AccountId::value)
                        .ifPresent(concerned::add));
        Fold fold = new Fold(projection, accounts.projection());
        streams.read(concerned, query.moment().end(), fold.facts(), fold::add);
        return new EventsInMemory(fold.rows(), personalData).find(query.event());
    }

    private static Optional<AccountId> whoAppears(EventFact fact) {
        return switch (fact) {
            case EventCreated created -> Optional.of(created.creator());
            case EventJoined joined -> Optional.of(joined.account());
            case EventLeft left -> Optional.of(left.account());
            case EventUpdated updated -> Optional.empty();
            case EventCancelled cancelled -> Optional.empty();
        };
    }
}
