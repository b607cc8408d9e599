package com.emlyon.platform.eventstore.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key of one person, for AES-256-GCM, with the values that were decrypted with it recently: both leave the memory
 * together. Encrypted values are bound to the person.
 */
final class PersonKey {

    static final int BYTES = 32;

    private static final Logger log = LoggerFactory.getLogger(PersonKey.class);
    private static final int MOST_OPENED = 100;

    private final AesGcm cipher;
    private final byte[] person;
    private final Map<String, Optional<?>> opened = new ConcurrentHashMap<>();

    PersonKey(String person, byte[] key) {
        this.person = person.getBytes(StandardCharsets.UTF_8);
        this.cipher = new AesGcm(key);
    }

    String encrypt(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.encrypt(content, person));
    }

    /** Empty when the content was encrypted with another key, or was changed. */
    Optional<?> open(String content, Function<byte[], Optional<?>> reader) {
        Optional<?> known = opened.get(content);
        if (known != null) {
            return known;
        }
        if (opened.size() >= MOST_OPENED) {
            opened.clear();
        }
        return opened.computeIfAbsent(content, unknown -> decrypted(unknown).flatMap(reader::apply));
    }

    Optional<byte[]> decrypted(String content) {
        try {
            return Optional.of(cipher.decrypt(Base64.getUrlDecoder().decode(content), person));
        } catch (GeneralSecurityException | IllegalArgumentException tampered) {
            log.error(
                    "Something that was said about {} does not fit their key: it was changed by another program",
                    new String(person, StandardCharsets.UTF_8));
            return Optional.empty();
        }
    }
}
