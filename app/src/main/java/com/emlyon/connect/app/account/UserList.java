package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.live.ListSource;
import com.emlyon.connect.query.account.PlaceByName;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import com.emlyon.connect.query.live.Change.OfAccount;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All students, by name. */
@Component
class UserList implements ListSource<AccountId, PlaceByName> {

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
    public Optional<Item<PlaceByName>> item(AccountId id, Campus campus) {
        return campus.account(id).map(account -> new Item<>(PlaceByName.of(account), PublicProfile.of(account)));
    }
}
