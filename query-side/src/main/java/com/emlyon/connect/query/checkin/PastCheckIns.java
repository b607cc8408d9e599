package com.emlyon.connect.query.checkin;

import com.emlyon.connect.api.Moment;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInAt;
import com.emlyon.connect.api.checkin.CheckInOfStudentAt;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.PresenceId;
import com.emlyon.connect.query.account.PastAccounts;
import com.emlyon.platform.eventstore.history.Streams;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.projections.fold.Fold;
import com.emlyon.platform.projections.projection.Projection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers where a student was at a moment of the past, from the facts of that student. */
@Component
class PastCheckIns {

    private final CheckInOwners owners;
    private final Streams streams;
    private final Projection projection = new CheckInProjection();
    private final PastAccounts accounts;
    private final PersonalDataReader personalData;

    PastCheckIns(CheckInOwners owners, Streams streams, PastAccounts accounts, PersonalDataReader personalData) {
        this.owners = owners;
        this.streams = streams;
        this.accounts = accounts;
        this.personalData = personalData;
    }

    @QueryHandler
    Optional<CheckInView> answer(CheckInAt query) {
        return owners.ownerOf(query.checkIn())
                .flatMap(owner -> of(owner, query.moment()))
                .filter(checkIn -> checkIn.id().equals(query.checkIn()));
    }

    @QueryHandler
    Optional<CheckInView> answer(CheckInOfStudentAt query) {
        return of(query.account(), query.moment());
    }

    private Optional<CheckInView> of(AccountId account, Moment moment) {
        Fold fold = new Fold(projection, accounts.projection());
        AtomicReference<Instant> end = new AtomicReference<>(Instant.MIN);
        streams.read(
                Set.of(new PresenceId(account).toString(), account.value()), moment.end(), fold.facts(), stored -> {
                    fold.add(stored);
                    // The end is fixed when the check-in begins; no column has it.
                    if (stored.fact() instanceof CheckedIn checkedIn) {
                        end.set(checkedIn.until());
                    }
                });
        return new CheckInsInMemory(fold.rows(), personalData)
                .readable(account)
                .filter(checkIn -> moment.time().isBefore(end.get()));
    }
}
