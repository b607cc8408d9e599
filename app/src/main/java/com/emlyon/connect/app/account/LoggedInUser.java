package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.IsoMillis;

/** A student in the answer to a login. The fields are in the order of the API contract. */
record LoggedInUser(
        String id, String email, String name, String promotion, String avatarUrl, String createdAt, String updatedAt) {

    static LoggedInUser of(AccountView account, Avatars avatars) {
        return new LoggedInUser(
                account.id().value(),
                account.email(),
                account.name(),
                account.promotion(),
                avatars.absolute(account.avatarUrl()),
                IsoMillis.of(account.createdAt()),
                IsoMillis.of(account.updatedAt()));
    }
}
