package com.emlyon.connect.app.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.promise.version.Sayings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was sealed once, and lies in facts, can be opened by all code that comes. */
class SayingsStayReadableTest {

    private static final String PIA = "4e41b6a2-0d3c-4f0e-9d57-7c1f6c1f0001";
    private static final String TOM = "4e41b6a2-0d3c-4f0e-9d57-7c1f6c1f0002";

    @ParameterizedTest
    @MethodSource("sayings")
    void theKeyOfThePersonOpensIt(Map.Entry<String, String> saying) {
        assertThat(new PersonKey(PIA, key(0)).unsealed(saying.getKey()))
                .hasValueSatisfying(said ->
                        assertThat(new String(said, StandardCharsets.UTF_8)).isEqualTo(saying.getValue()));
    }

    @ParameterizedTest
    @MethodSource("sayings")
    void noOtherKeyOpensItAndNobodyElseWithTheSame(Map.Entry<String, String> saying) {
        assertThat(new PersonKey(PIA, key(1)).unsealed(saying.getKey())).isEmpty();
        assertThat(new PersonKey(TOM, key(0)).unsealed(saying.getKey())).isEmpty();
    }

    @Test
    void whatWasChangedIsNotOpened() {
        PersonKey key = new PersonKey(PIA, key(0));
        String sealed = key.seal("\"Pia\"".getBytes(StandardCharsets.UTF_8));

        assertThat(key.unsealed(sealed)).isPresent();
        assertThat(key.unsealed((sealed.startsWith("A") ? "B" : "A") + sealed.substring(1)))
                .isEmpty();
        assertThat(key.unsealed(sealed.substring(4))).isEmpty();
        assertThat(key.unsealed("!" + sealed)).isEmpty();
        assertThat(key.unsealed("")).isEmpty();
    }

    @Test
    void theSameIsNeverSealedTheSame() {
        PersonKey key = new PersonKey(PIA, key(0));
        byte[] said = "\"Pia\"".getBytes(StandardCharsets.UTF_8);

        assertThat(key.seal(said)).isNotEqualTo(key.seal(said));
    }

    static Set<Map.Entry<String, String>> sayings() {
        return Sayings.MEANINGS.entrySet();
    }

    private static byte[] key(int first) {
        byte[] key = new byte[PersonKey.BYTES];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (first + i);
        }
        return key;
    }
}
