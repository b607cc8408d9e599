package com.emlyon.connect.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @ParameterizedTest
    @CsvSource({
        "https://connect.emlyon.com, https://connect.emlyon.com",
        "https://connect.emlyon.com/, https://connect.emlyon.com",
        "HTTPS://Connect.EMLyon.com, https://connect.emlyon.com",
        "https://connect.emlyon.com:443, https://connect.emlyon.com",
        "http://connect.emlyon.com:80, http://connect.emlyon.com",
        "http://connect.emlyon.com:443, http://connect.emlyon.com:443",
        "http://192.0.2.1:8080, http://192.0.2.1:8080",
        "http://[::1]:8080, http://[::1]:8080",
        "capacitor://localhost, capacitor://localhost"
    })
    void anOriginIsWrittenAsBrowsersSendIt(String value, String origin) {
        assertThat(Origins.parse(value, true)).containsExactly(origin);
    }

    @Test
    void severalAreSeparatedByCommas() {
        assertThat(Origins.parse(" https://a.org ,https://b.org,, https://a.org/", true))
                .containsExactly("https://a.org", "https://b.org");
    }

    @Test
    void thoseOfDevelopersAreAddedOutsideProduction() {
        assertThat(Origins.parse("https://a.org,http://localhost:3000", false))
                .containsExactly("https://a.org", "http://localhost:3000", "http://localhost:5173");
        assertThat(Origins.parse("", false)).containsExactly("http://localhost:3000", "http://localhost:5173");
        assertThat(Origins.parse("", true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "connect.emlyon.com",
                "localhost:3000",
                "https://",
                "https://a.org/app",
                "https://a.org?x",
                "https://a.org#x",
                "https://me@a.org",
                "https://a.org:99999",
                "https://a.org:x",
                "https://*.a.org",
                "https://a b.org",
                "mailto:me@a.org"
            })
    void everythingElseIsRefusedByName(String value) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Origins.parse("https://good.org," + value, true))
                .withMessageStartingWith("FRONTEND_URL must list origins ")
                .withMessageEndingWith(" but contains \"" + value + "\".");
    }
}
