package com.emlyon.connect.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PasswordSettingsTest {

    private static PasswordSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("connect.passwords", PasswordSettings.class);
    }

    @Test
    void aServiceWithoutSettingsHashesWithCostTwelve() {
        assertThat(bound(Map.of()).cost()).isEqualTo(12);
    }

    @Test
    void aRequestWaitsForItsTurnForTwentySecondsAtMost() {
        assertThat(bound(Map.of()).longestWait()).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "17", "-1"})
    void aCostThatBcryptDoesNotKnowOrThatTakesTooLongIsRefused(String cost) {
        assertThatThrownBy(() -> bound(Map.of("connect.passwords.cost", cost)))
                .hasRootCauseMessage("connect.passwords.cost: from 4 to 16");
    }
}
