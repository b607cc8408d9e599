package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.store.CredentialTable;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says who is behind a token: an account that exists at this very moment, by the credentials, not by a view. */
@Component
public class Sessions {

    private final Tokens tokens;
    private final CredentialTable credentials;

    Sessions(Tokens tokens, CredentialTable credentials) {
        this.tokens = tokens;
        this.credentials = credentials;
    }

    /** The account; empty when the token is invalid or its account was deleted. */
    public Optional<AccountId> accountOf(String token) {
        return tokens.read(token).filter(credentials::exists);
    }
}
