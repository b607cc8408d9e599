package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @Test
    void addressesAndNetworksAreRead() {
        assertThat(TrustedProxies.parse(" 10.0.0.0/8,192.0.2.7 , ::1, fd00::/8,"))
                .containsExactly("10.0.0.0/8", "192.0.2.7/32", "0:0:0:0:0:0:0:1/128", "fd00:0:0:0:0:0:0:0/8");
        assertThat(TrustedProxies.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", ".*", "1/2/3"})
    void anythingElseIsRefused(String value) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> TrustedProxies.parse(value))
                .withMessageContaining("TRUSTED_PROXIES")
                .withMessageContaining(value);
    }
}
