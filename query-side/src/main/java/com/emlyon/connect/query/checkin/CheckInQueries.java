package com.emlyon.connect.query.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.ActiveCheckInOf;
import com.emlyon.connect.api.checkin.ActiveCheckIns;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.checkin.CheckIns;
import com.emlyon.connect.api.checkin.OwnerOfCheckIn;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers who is where. */
@Component
class CheckInQueries {

    private final CheckInRows rows;

    CheckInQueries(CheckInRows rows) {
        this.rows = rows;
    }

    @QueryHandler
    List<CheckInView> answer(ActiveCheckIns query) {
        return rows.since(query.now().minus(CheckIns.LIFETIME)).stream()
                .map(CheckInRow::view)
                .toList();
    }

    @QueryHandler
    Optional<CheckInView> answer(ActiveCheckInOf query) {
        return rows.of(query.account().value(), query.now().minus(CheckIns.LIFETIME))
                .map(CheckInRow::view);
    }

    @QueryHandler
    Optional<AccountId> answer(OwnerOfCheckIn query) {
        return rows.named(query.checkIn().value()).map(CheckInRow::owner);
    }
}
