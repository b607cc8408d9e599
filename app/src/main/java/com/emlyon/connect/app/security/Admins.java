package com.emlyon.connect.app.security;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.app.settings.Settings;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows administrators by their addresses, of which the store, too, has only the keys. */
@Component
class Admins {

    private final Set<EmailKey> addresses;

    Admins(Settings settings, EmailKeys keys) {
        this.addresses = settings.admins().stream().map(keys::of).collect(toUnmodifiableSet());
    }

    Set<EmailKey> addresses() {
        return addresses;
    }

    Role roleOf(EmailKey address) {
        return addresses.contains(address) ? Role.ADMIN : Role.USER;
    }
}
