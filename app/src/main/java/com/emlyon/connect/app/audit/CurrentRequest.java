package com.emlyon.connect.app.audit;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.throttle.Addresses;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The account and the address of the request that this thread serves; empty when it serves none. */
@Component
class CurrentRequest {

    private final Addresses addresses;

    CurrentRequest(Addresses addresses) {
        this.addresses = addresses;
    }

    /** The account of the caller. */
    Optional<String> account() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getPrincipal() instanceof AccountId account
                ? Optional.of(account.value())
                : Optional.empty();
    }

    /** The hash of the caller's address. */
    Optional<String> address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(addresses.of(attributes.getRequest()))
                : Optional.empty();
    }
}
