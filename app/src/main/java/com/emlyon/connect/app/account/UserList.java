package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.app.live.ListPlace;
import com.emlyon.connect.app.live.ListSource;
import com.emlyon.connect.app.live.Parameters;
import com.emlyon.connect.app.live.Selection;
import com.emlyon.connect.query.account.PlaceByName;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import com.emlyon.connect.query.live.Change.OfAccount;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All students, by name. */
@Component
class UserList implements ListSource<AccountId, UserList.Place> {

    /** The query parameter with the text that a name has to contain. */
    static final String NAME = "q";

    @Override
    public String path() {
        return "/api/users";
    }

    @Override
    public Stream<AccountId> all(Campus campus) {
        return campus.accounts();
    }

    @Override
    public Stream<AccountId> changedBy(Change change, Campus campus) {
        return change instanceof OfAccount of ? Stream.of(of.account().id()) : Stream.empty();
    }

    @Override
    public Stream<AccountId> showing(AccountId account, Campus campus) {
        return Stream.of(account);
    }

    @Override
    public Stream<AccountId> shownIn(AccountId account, Campus campus) {
        return Stream.of(account);
    }

    @Override
    public Optional<Item<Place>> item(AccountId id, Campus campus) {
        return campus.account(id).map(account -> new Item<>(Place.of(account), PublicProfile.of(account)));
    }

    @Override
    public Selection<Place> selection(Parameters parameters) {
        return Selection.where(
                parameters
                        .get(NAME)
                        .map(FoldedName::of)
                        .map(part -> place -> place.name().contains(part)),
                parameters);
    }

    /** The place of a student in the list, and the name that a search compares. */
    record Place(PlaceByName byName, FoldedName name) implements ListPlace<Place> {

        static Place of(AccountView account) {
            return new Place(PlaceByName.of(account), FoldedName.of(account.name()));
        }

        @Override
        public String id() {
            return byName.id();
        }

        @Override
        public int compareTo(Place other) {
            return byName.compareTo(other.byName);
        }
    }
}
