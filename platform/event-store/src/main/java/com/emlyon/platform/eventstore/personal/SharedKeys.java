package com.emlyon.platform.eventstore.personal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random keys of 32 bytes that all nodes share and that never change; the first node that needs one creates it. They
 * are stored wrapped.
 */
public class SharedKeys {

    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final JdbcClient database;
    private final MasterKeys masters;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    SharedKeys(JdbcClient database, MasterKeys masters) {
        this.database = database;
        this.masters = masters;
    }

    /** Authenticates the content with the named key (HMAC-SHA-256); returns 32 bytes. */
    public byte[] authenticate(String name, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(known.computeIfAbsent(name, this::find), HMAC));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + HMAC, impossible);
        }
    }

    private byte[] find(String name) {
        byte[] proposal = new byte[BYTES];
        new SecureRandom().nextBytes(proposal);
        Wrapped wrapped = masters.wrap(proposal, MasterKeys.shared(name));
        database.sql("INSERT INTO store.key (name, master, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(name, wrapped.master(), wrapped.key())
                .update();
        return database.sql("SELECT master, value FROM store.key WHERE name = ?")
                .param(name)
                .query((row, number) -> key(name, row.getString("master"), row.getBytes("value")))
                .single();
    }

    private byte[] key(String name, @Nullable String master, byte[] value) {
        if (master != null) {
            return masters.unwrap(new Wrapped(master, value), MasterKeys.shared(name));
        }
        // The key is not wrapped yet: it was stored before there was a master key.
        Wrapped wrapped = masters.wrap(value, MasterKeys.shared(name));
        database.sql("UPDATE store.key SET master = ?, value = ? WHERE name = ? AND master IS NULL")
                .params(wrapped.master(), wrapped.key(), name)
                .update();
        return value;
    }
}
