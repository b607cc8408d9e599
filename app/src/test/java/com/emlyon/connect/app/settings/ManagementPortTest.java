package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementPortTest {

    private static final Optional<Integer> PORT = Optional.of(4_000);

    @Test
    void developersFindItWhereTheServiceIs() {
        assertThat(ManagementPort.find(Optional.empty(), PORT, false)).isEmpty();
    }

    @Test
    void inProductionItIsNowhere() {
        assertThat(ManagementPort.find(Optional.empty(), PORT, true)).hasValue(-1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itIsWhereTheOperatorWantsIt(boolean production) {
        assertThat(ManagementPort.find(Optional.of("9000"), PORT, production)).hasValue(9_000);
        assertThat(ManagementPort.find(Optional.of("0"), Optional.of(0), production))
                .hasValue(0);
    }

    @Test
    void aPortThatStudentsReachIsRefused() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ManagementPort.find(Optional.of("4000"), PORT, true))
                .withMessage("MANAGEMENT_PORT must be another port than PORT, but is 4000, too.");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ManagementPort.find(Optional.of("3001"), Optional.empty(), true));
    }

    @Test
    void everythingElseIsRefusedByName() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> ManagementPort.find(Optional.of("none"), PORT, true))
                .withMessage("MANAGEMENT_PORT must be a whole number between 0 and 65535, but is \"none\".");
    }
}
