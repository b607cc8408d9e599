package com.emlyon.platform.eventstore.personal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM of the JDK, with a random initialization vector of 96 bits before the ciphertext (NIST SP 800-38D, section
 * 8.2.2). Thread-safe.
 */
final class AesGcm {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int VECTOR_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** One shared instance, because requests have threads of their own, and each would create a new one. */
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    /** Creates a cipher with a key of 16 or 32 bytes. */
    AesGcm(byte[] key) {
        if (key.length != 16 && key.length != 32) {
            throw new IllegalArgumentException("A key of AES has 16 or 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Encrypts, and binds the ciphertext to a context, without which it cannot be decrypted. */
    byte[] encrypt(byte[] plain, byte[] context) {
        byte[] vector = new byte[VECTOR_BYTES];
        RANDOM.nextBytes(vector);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, vector, context);
            ByteBuffer encrypted = ByteBuffer.allocate(VECTOR_BYTES + cipher.getOutputSize(plain.length));
            encrypted.put(vector);
            cipher.doFinal(ByteBuffer.wrap(plain), encrypted);
            return encrypted.array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    /**
     * Decrypts.
     *
     * @throws GeneralSecurityException when the ciphertext was encrypted with another key or for another context, or
     *     was changed
     */
    byte[] decrypt(byte[] encrypted, byte[] context) throws GeneralSecurityException {
        if (encrypted.length < VECTOR_BYTES + TAG_BYTES) {
            throw new AEADBadTagException("Too short");
        }
        return cipher(Cipher.DECRYPT_MODE, encrypted, context)
                .doFinal(encrypted, VECTOR_BYTES, encrypted.length - VECTOR_BYTES);
    }

    private Cipher cipher(int mode, byte[] beginsWithVector, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, beginsWithVector, 0, VECTOR_BYTES));
        cipher.updateAAD(context);
        return cipher;
    }
}
