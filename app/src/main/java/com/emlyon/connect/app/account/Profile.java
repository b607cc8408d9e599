package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.app.web.IsoMillis;

/** One's own profile; the avatar is the stored one, as the frontend completes it itself. */
record Profile(String id, String email, String name, String avatarUrl, String createdAt) {

    static Profile of(AccountView account) {
        return new Profile(
                account.id().value(),
                account.email(),
                account.name(),
                account.avatarUrl(),
                IsoMillis.of(account.createdAt()));
    }

    /** The same, called otherwise. */
    Profile named(String newName) {
        return new Profile(id, email, newName, avatarUrl, createdAt);
    }

    /** The same, with another picture. */
    Profile shownAs(String newAvatarUrl) {
        return new Profile(id, email, name, newAvatarUrl, createdAt);
    }
}
