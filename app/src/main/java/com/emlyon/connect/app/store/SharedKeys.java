package com.emlyon.connect.app.store;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Random keys of 32 bytes that every node must share and that never change; the first to ask for one makes it. */
@Component
public class SharedKeys {

    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final JdbcClient database;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    SharedKeys(JdbcClient database) {
        this.database = database;
    }

    /** Authenticates a content with the key of that name (HMAC-SHA-256); answers with 32 bytes. */
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
        database.sql("INSERT INTO store.key (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(name, proposal)
                .update();
        return database.sql("SELECT value FROM store.key WHERE name = ?")
                .param(name)
                .query((row, number) -> row.getBytes(1))
                .single();
    }
}
