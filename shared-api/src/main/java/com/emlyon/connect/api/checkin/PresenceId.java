package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;

/** The id of the presence of an account: each account has one presence. */
public record PresenceId(AccountId account) {

    /** The name of the presence's stream. */
    @Override
    public String toString() {
        return "presence-" + account;
    }
}
