package com.emlyon.platform.eventstore.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** A master key derived from a secret of the operators: AES-256-GCM, derived by HKDF (RFC 5869) with SHA-256. */
final class ConfiguredMasterKey implements MasterKey {

    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 8;

    private final String name;
    private final AesGcm cipher;

    ConfiguredMasterKey(String secret) {
        try {
            this.name = HexFormat.of().formatHex(derive(secret, "emlyon connect master key name", NAME_BYTES));
            this.cipher = new AesGcm(derive(secret, "emlyon connect master key", KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java 25 has HKDF and AES", impossible);
        }
    }

    private static byte[] derive(String secret, String use, int bytes) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(secret.getBytes(StandardCharsets.UTF_8))
                        .thenExpand(use.getBytes(StandardCharsets.UTF_8), bytes));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] wrap(byte[] key, String purpose) {
        return cipher.encrypt(key, purpose.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String purpose) {
        try {
            return cipher.decrypt(wrapped, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException other) {
            throw new IllegalStateException("A key was not wrapped by this master key for " + purpose, other);
        }
    }
}
