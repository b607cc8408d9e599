package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.AccountId;

/** Who is calling, by which pass, and what they are allowed to do at this moment. */
public record Session(TokenClaims pass, Role role) {

    /** Who is calling. */
    public AccountId account() {
        return pass.account();
    }
}
