package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.IsoMillis;

/** A student in the answer to a registration. The fields are in the order of the API contract. */
record RegisteredUser(String id, String email, String name, String promotion, String avatarUrl, String createdAt) {

    static RegisteredUser of(AccountView account, Avatars avatars) {
        return new RegisteredUser(
                account.id().value(),
                account.email(),
                account.name(),
                account.promotion(),
                avatars.absolute(account.avatarUrl()),
                IsoMillis.of(account.createdAt()));
    }
}
