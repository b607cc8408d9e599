package com.emlyon.connect.app.security;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.EmailSpellings;
import com.emlyon.connect.app.settings.Settings;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Decides by the key of an email address whether its account is an administrator; the database, too, stores only keys
 * of addresses.
 */
@Component
class Admins {

    private final List<AddressKeys> addresses;
    private final Set<EmailKey> keys;

    Admins(Settings settings, EmailKeys keys) {
        this.addresses =
                settings.admins().stream().map(EmailSpellings::of).map(keys::of).toList();
        this.keys =
                addresses.stream().flatMap(address -> address.all().stream()).collect(toUnmodifiableSet());
    }

    List<AddressKeys> addresses() {
        return addresses;
    }

    Role roleOf(EmailKey address) {
        return keys.contains(address) ? Role.ADMIN : Role.USER;
    }
}
