package com.emlyon.platform.eventstore.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that were encrypted once, and lie in facts, can be decrypted by all later code. */
class EncryptedTextsStayReadableTest {

    private static final String PIA = "4e41b6a2-0d3c-4f0e-9d57-7c1f6c1f0001";
    private static final String TOM = "4e41b6a2-0d3c-4f0e-9d57-7c1f6c1f0002";

    @ParameterizedTest
    @MethodSource("texts")
    void theKeyOfThePersonOpensIt(Map.Entry<String, String> text) {
        assertThat(new PersonKey(PIA, key(0)).decrypted(text.getKey()))
                .hasValueSatisfying(said ->
                        assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo(text.getValue()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noOtherKeyOpensItAndNobodyElseWithTheSame(Map.Entry<String, String> text) {
        assertThat(new PersonKey(PIA, key(1)).decrypted(text.getKey())).isEmpty();
        assertThat(new PersonKey(TOM, key(0)).decrypted(text.getKey())).isEmpty();
    }

    @Test
    void whatWasChangedIsNotOpened() {
        PersonKey key = new PersonKey(PIA, key(0));
        String encrypted = key.encrypt("\"Pia\"".getBytes(StandardCharsets.UTF_8));

        assertThat(key.decrypted(encrypted)).isPresent();
        assertThat(key.decrypted((encrypted.startsWith("A") ? "B" : "A") + encrypted.substring(1)))
                .isEmpty();
        assertThat(key.decrypted(encrypted.substring(4))).isEmpty();
        assertThat(key.decrypted("!" + encrypted)).isEmpty();
        assertThat(key.decrypted("")).isEmpty();
    }

    @Test
    void theSameIsNeverSealedTheSame() {
        PersonKey key = new PersonKey(PIA, key(0));
        byte[] said = "\"Pia\"".getBytes(StandardCharsets.UTF_8);

        assertThat(key.encrypt(said)).isNotEqualTo(key.encrypt(said));
    }

    static Set<Map.Entry<String, String>> texts() {
        return Map.of(
                        "P5r4aHozbqJtVQcBs261tnFC1GY9qShIdH50MT6zFLwrQz3Gk_xPv6t_5Go",
                        "\"pia@emlyon.com\"",
                        "QvHaTY7dIZWuMDL86CD2YXYGxWpKlO4aEhLTi9IldKjfOweHNRpkHl0",
                        "\"Pia Müller\"",
                        "OnpPf-qAQ8DxFeaF4EG1sYZcVEXabzI528PnyAZIo5bQKOr50A4",
                        "\"PGE 2027\"",
                        "rzbxoSzXd8j94M7EXIxsKklL533bzQJJbv-Vns5Jl5oETL-uOOJkyzNUGE6FSXcRw71c3PzC2o68_CGr7A",
                        "\"https://avatars.example/pia.png\"",
                        "eoRS24-UQ-2jehZYjff0LJ4p_ZnIFwR30NSnxL7I52HL28WcRZJDSCimLwhSHzX4",
                        "\"Pia \\\"Pi\\\" Müller\"",
                        "SFssAkSV0wlNItvEo0UFGIcnl02SvyLasC5DeaPqrEoQIzuiof9JpeZOiCRZFqRvRboON-m_l-YlSkmcR4s"
                                + "-rY3sbhGcErqi-3iljkG3eMYfcoocou8ZT1qMeYNvv2getKr_",
                        "{\"place\":\"Le Sucre\",\"latitude\":-45.7489,\"longitude\":4.0,\"emoji\":\"🎵\"}",
                        "K-iSU2jBHt4Zuvb62fy2U4t753j_IvyqBRa5NIrwOTsylQ",
                        "\"Gala\"",
                        "AZ2oUSuhrASMh0fK8Lj-rXDtfg1p_1Z8YfoA4puXHZAeH41V1TDSe0xf8eVH2-4",
                        "\"Au parc,\\nà 20 h\"",
                        "XJMtqfG9J2sYJ6XR2yIwc4e6Qcb7jDou1E1LG1B0bzC_",
                        "\"Bal\"",
                        "3mRq0gJ59fkStxgCvIRjBnAmQEPm29wIfwlLJYyr",
                        "\"\"")
                .entrySet();
    }

    private static byte[] key(int first) {
        byte[] key = new byte[PersonKey.BYTES];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (first + i);
        }
        return key;
    }
}
