package com.emlyon.connect.query.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.ActiveCheckInOf;
import com.emlyon.connect.api.checkin.ActiveCheckIns;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.checkin.CheckIns;
import com.emlyon.connect.api.checkin.OwnerOfCheckIn;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers queries for check-ins. */
@Component
class CheckInQueries {

    private final CheckInRows rows;
    private final PersonalDataReader personalData;

    CheckInQueries(CheckInRows rows, PersonalDataReader personalData) {
        this.rows = rows;
        this.personalData = personalData;
    }

    @QueryHandler
    List<CheckInView> answer(ActiveCheckIns query) {
        List<CheckInRow> active = rows.since(query.now().minus(CheckIns.LIFETIME));
        personalData.expect(active.stream().map(CheckInRow::owner).toList());
        return active.stream()
                .flatMap(checkIn -> checkIn.view(personalData).stream())
                .toList();
    }

    @QueryHandler
    Optional<CheckInView> answer(ActiveCheckInOf query) {
        return rows.of(query.account().value(), query.now().minus(CheckIns.LIFETIME))
                .flatMap(checkIn -> checkIn.view(personalData));
    }

    @QueryHandler
    Optional<AccountId> answer(OwnerOfCheckIn query) {
        return rows.named(query.checkIn().value()).map(CheckInRow::owner);
    }
}
