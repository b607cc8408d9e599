package com.emlyon.connect.app.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.live.ListSource;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import com.emlyon.connect.query.live.Change.OfAccount;
import com.emlyon.connect.query.live.Change.OfAttendee;
import com.emlyon.connect.query.live.Change.OfCheckIn;
import com.emlyon.connect.query.live.Change.OfEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who is where: one item for each student who is somewhere, newest first. */
@Component
public class CheckInList implements ListSource<AccountId, CheckInList.Place> {

    private final Avatars avatars;

    CheckInList(Avatars avatars) {
        this.avatars = avatars;
    }

    @Override
    public String path() {
        return "/api/checkins";
    }

    @Override
    public Stream<AccountId> all(Campus campus) {
        return campus.checkedIn();
    }

    @Override
    public Stream<AccountId> changedBy(Change change, Campus campus) {
        return switch (change) {
            case OfCheckIn of -> Stream.of(of.checkIn().user().id());
            case OfAccount of -> Stream.of(of.account().id());
            case OfEvent of -> Stream.empty();
            case OfAttendee of -> Stream.empty();
        };
    }

    @Override
    public Stream<AccountId> showing(AccountId account, Campus campus) {
        return Stream.of(account);
    }

    @Override
    public Stream<AccountId> shownIn(AccountId student, Campus campus) {
        return Stream.of(student);
    }

    @Override
    public Optional<Item<Place>> item(AccountId student, Campus campus) {
        return campus.readableCheckInOf(student)
                .map(checkIn -> new Item<>(
                        new Place(checkIn.at(), checkIn.id().value()), CheckInAnswer.listed(checkIn, avatars)));
    }

    /** Where a check-in stands in the list: newer ones come first. */
    public record Place(Instant at, String id) implements Comparable<Place> {

        private static final Comparator<Place> NEWEST_FIRST =
                Comparator.comparing(Place::at).reversed().thenComparing(Place::id);

        @Override
        public int compareTo(Place other) {
            return NEWEST_FIRST.compare(this, other);
        }
    }
}
