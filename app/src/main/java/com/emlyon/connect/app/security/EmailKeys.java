package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.EmailAddress;
import com.emlyon.connect.api.account.EmailKey;
import com.emlyon.connect.app.store.SharedKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Hashes addresses (HMAC-SHA-256) with a key that all nodes share, so that history can tell them apart unread. */
@Component
public class EmailKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private final SharedKeys keys;

    EmailKeys(SharedKeys keys) {
        this.keys = keys;
    }

    /** The key of a normalised address. */
    public EmailKey of(EmailAddress address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.named("email"), ALGORITHM));
            return new EmailKey(
                    HexFormat.of().formatHex(mac.doFinal(address.value().getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}
