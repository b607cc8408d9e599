package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3001, http://localhost:3001",
        "https://connect.emlyon.com/, https://connect.emlyon.com",
        "https://emlyon.com/connect/, https://emlyon.com/connect"
    })
    void anAddressOfTheWebIsTakenWithoutTheSlashAtItsEnd(String value, String url) {
        assertThat(BaseUrl.parse(value)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connect.emlyon.com",
                "/uploads",
                "ftp://a.org",
                "https://",
                "https://a.org?x=1",
                "https://a.org#x",
                "https://me:secret@a.org",
                "https://a.org:99999",
                "https://a b.org"
            })
    void everythingElseIsRefusedByName(String value) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> BaseUrl.parse(value))
                .withMessage(
                        "BASE_URL must be an address such as https://connect.example.org, but is \"" + value + "\".");
    }
}
