package com.emlyon.connect.app.account;

import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.app.web.IsoMillis;

/** The profile of a student as all students may see it: without the email address. */
record PublicProfile(String id, String name, String avatarUrl, String createdAt) {

    static PublicProfile of(AccountView account) {
        return new PublicProfile(
                account.id().value(), account.name(), account.avatarUrl(), IsoMillis.of(account.createdAt()));
    }
}
