package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "3001, 3001", "65535, 65535", "00080, 80"})
    void aPortIsAWholeNumber(String value, int port) {
        assertThat(Port.parse("PORT", value)).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "+1", "65536", "3001.0", "3 001", "٣٠٠١", "99999999999999999999"})
    void everythingElseIsRefusedByName(String value) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Port.parse("PORT", value))
                .withMessage("PORT must be a whole number between 0 and 65535, but is \"" + value + "\".");
    }
}
