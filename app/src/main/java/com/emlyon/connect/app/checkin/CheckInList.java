package com.emlyon.connect.app.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.app.live.ListPlace;
import com.emlyon.connect.app.live.ListSource;
import com.emlyon.connect.app.live.Parameters;
import com.emlyon.connect.app.live.Selection;
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

/** The list of check-ins: one item for each student who is checked in, newest first. */
@Component
public class CheckInList implements ListSource<AccountId, CheckInList.Place> {

    /** The query parameter with the part of the map that is searched. */
    static final String BOX = "bbox";

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
                .map(checkIn -> new Item<>(Place.of(checkIn), CheckInAnswer.listed(checkIn, avatars)));
    }

    @Override
    public Selection<Place> selection(Parameters parameters) {
        return Selection.where(
                parameters
                        .get(BOX)
                        .map(BoundingBox::parse)
                        .map(box -> place -> box.contains(place.latitude(), place.longitude())),
                parameters);
    }

    /**
     * The place of a check-in in the list, where newer ones come first, and on the map.
     *
     * @param latitude in degrees
     * @param longitude in degrees
     */
    public record Place(Instant at, String id, double latitude, double longitude) implements ListPlace<Place> {

        private static final Comparator<Place> NEWEST_FIRST =
                Comparator.comparing(Place::at).reversed().thenComparing(Place::id);

        static Place of(CheckInView checkIn) {
            return new Place(checkIn.at(), checkIn.id().value(), checkIn.latitude(), checkIn.longitude());
        }

        @Override
        public int compareTo(Place other) {
            return NEWEST_FIRST.compare(this, other);
        }
    }
}
