package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.app.web.IsoMillis;

/**
 * The caller's own profile. The URL of the avatar is returned as stored, because the frontend makes it absolute itself.
 */
record Profile(String id, String email, String name, String avatarUrl, String createdAt) {

    static Profile of(AccountView account) {
        return new Profile(
                account.id().value(),
                account.email(),
                account.name(),
                account.avatarUrl(),
                IsoMillis.of(account.createdAt()));
    }

    /** Returns a copy with another name. */
    Profile named(String newName) {
        return new Profile(id, email, newName, avatarUrl, createdAt);
    }

    /** Returns a copy with another picture. */
    Profile shownAs(String newAvatarUrl) {
        return new Profile(id, email, name, newAvatarUrl, createdAt);
    }
}
