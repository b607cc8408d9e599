package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.AccountId;

/** The authenticated caller: the claims of the token, and the present role of the account. */
public record Session(TokenClaims pass, Role role) {

    /** The account of the caller. */
    public AccountId account() {
        return pass.account();
    }
}
