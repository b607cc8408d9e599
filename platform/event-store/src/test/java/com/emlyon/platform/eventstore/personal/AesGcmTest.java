package com.emlyon.platform.eventstore.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AesGcmTest {

    private static final byte[] KEY =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final byte[] PIA = "pia".getBytes(UTF_8);
    private static final byte[] WORDS = "Le Sucre".getBytes(UTF_8);

    /** Made by Tink 1.24, which the service used before. */
    private static final byte[] BY_TINK =
            HexFormat.of().parseHex("b49bc69a58559979607a576438a16914d8672c4e5ccde92c0cf3187368265ff8f42e34b7");

    private final AesGcm cipher = new AesGcm(KEY);

    @Test
    void whatWasEncryptedIsDecrypted() throws GeneralSecurityException {
        assertThat(cipher.decrypt(cipher.encrypt(WORDS, PIA), PIA)).isEqualTo(WORDS);
        assertThat(cipher.decrypt(cipher.encrypt(new byte[0], PIA), PIA)).isEmpty();
    }

    @Test
    void whatFormerVersionsHaveEncryptedIsDecrypted() throws GeneralSecurityException {
        assertThat(cipher.decrypt(BY_TINK, PIA)).isEqualTo(WORDS);
    }

    @Test
    void theSameWordsAreNeverEncryptedTheSameWay() {
        assertThat(cipher.encrypt(WORDS, PIA)).isNotEqualTo(cipher.encrypt(WORDS, PIA));
    }

    @Test
    void anotherContextOrKeyDoesNotDecrypt() {
        byte[] encrypted = cipher.encrypt(WORDS, PIA);

        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> cipher.decrypt(encrypted, "max".getBytes(UTF_8)));
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> new AesGcm(new byte[32]).decrypt(encrypted, PIA));
    }

    @Test
    void whatWasChangedIsNotDecrypted() {
        byte[] encrypted = cipher.encrypt(WORDS, PIA);
        for (int i = 0; i < encrypted.length; i++) {
            byte[] changed = encrypted.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(GeneralSecurityException.class)
                    .as("byte %d", i)
                    .isThrownBy(() -> cipher.decrypt(changed, PIA));
        }
        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> cipher.decrypt(new byte[20], PIA));
    }

    @Test
    void aKeyOfAnotherLengthIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AesGcm(new byte[31]));
    }
}
