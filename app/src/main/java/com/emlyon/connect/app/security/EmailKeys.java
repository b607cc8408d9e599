package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.api.account.EmailSpellings;
import com.emlyon.platform.eventstore.personal.SharedKeys;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Hashes email addresses (HMAC-SHA-256) with a key that all nodes share, so that history can compare addresses without
 * containing them.
 */
@Component
public class EmailKeys {

    private final SharedKeys keys;

    EmailKeys(SharedKeys keys) {
        this.keys = keys;
    }

    /** The keys of all spellings of an address that accounts may have. */
    public AddressKeys of(EmailSpellings spellings) {
        return new AddressKeys(
                of(spellings.present()), spellings.all().stream().map(this::of).toList());
    }

    /** The key of a normalised address. */
    public EmailKey of(EmailAddress address) {
        return new EmailKey(HexFormat.of()
                .formatHex(keys.authenticate("email", address.value().getBytes(StandardCharsets.UTF_8))));
    }
}
