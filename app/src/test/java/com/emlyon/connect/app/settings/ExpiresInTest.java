package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiresInTest {

    @ParameterizedTest
    @CsvSource({"7d, P7D", "12h, PT12H", "30m, PT30M", "45s, PT45S", "3600, PT1H", "1, PT1S", "36500d, P36500D"})
    void daysHoursMinutesAndSecondsAreUnderstood(String value, Duration lifetime) {
        assertThat(ExpiresIn.parse(value)).isEqualTo(lifetime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0d", "-1d", "7w", "7 d", "d", "1.5h", "P7D", "36501d", "9999999999d", "99999999999"})
    void everythingElseIsRefusedByName(String value) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ExpiresIn.parse(value))
                .withMessageStartingWith("JWT_EXPIRES_IN must be ")
                .withMessageEndingWith(", but is \"" + value + "\".");
    }
}
