package com.emlyon.platform.eventstore.personal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The configured master keys.
 *
 * @param secret the secret whose key wraps the keys of persons; at least 32 bytes
 * @param accepted other secrets that may have wrapped keys, until all are wrapped anew
 */
@ConfigurationProperties("event-store.master-key")
record MasterKeyProperties(String secret, @DefaultValue List<String> accepted) {

    private static final int LEAST_BYTES = 32;

    MasterKeyProperties {
        if (secret == null || secret.getBytes(StandardCharsets.UTF_8).length < LEAST_BYTES) {
            throw new IllegalArgumentException("event-store.master-key.secret: at least 32 bytes");
        }
    }

    MasterKeySettings settings() {
        return new MasterKeySettings(secret, accepted, MasterKeySettings.Names.OF_PROPERTIES);
    }

    @Override
    public String toString() {
        return "MasterKeyProperties[…]";
    }
}
