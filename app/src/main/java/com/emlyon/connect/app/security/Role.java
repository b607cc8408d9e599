package com.emlyon.connect.app.security;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** What an account is allowed to do. */
public enum Role {
    /** What every student may do. */
    USER("ROLE_USER"),

    /** All that, and the administration of the service. */
    ADMIN("ROLE_USER", "ROLE_ADMIN");

    private final List<GrantedAuthority> authorities;

    Role(String... authorities) {
        this.authorities = List.copyOf(AuthorityUtils.createAuthorityList(authorities));
    }

    List<GrantedAuthority> authorities() {
        return authorities;
    }
}
