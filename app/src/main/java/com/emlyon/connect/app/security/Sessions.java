package com.emlyon.connect.app.security;

import com.emlyon.connect.app.store.CredentialTable;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Says who is behind a token: an account that exists at this very moment, by the credentials, not by a view. The role
 * follows from the account's address as it is now; the token does not carry it.
 */
@Component
public class Sessions {

    private final Tokens tokens;
    private final CredentialTable credentials;
    private final Admins admins;

    Sessions(Tokens tokens, CredentialTable credentials, Admins admins) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.admins = admins;
    }

    /** The caller; empty when the token is invalid or its account was deleted. */
    public Optional<Session> behind(String token) {
        return tokens.read(token)
                .flatMap(account ->
                        credentials.emailKeyOf(account).map(address -> new Session(account, admins.roleOf(address))));
    }
}
