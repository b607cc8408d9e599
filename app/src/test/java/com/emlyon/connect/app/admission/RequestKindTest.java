package com.emlyon.connect.app.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestKindTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/events, READ",
        "POST, /api/events, WRITE",
        "POST, /api/auth/login, SLOW",
        "DELETE, /api/users/me, SLOW",
        "GET, /%61pi/events, READ",
        "POST, /API/auth/%6cogin, SLOW",
        "POST, /api/au%74h/login, SLOW",
        "GET, /api;a=b/events, READ",
        "DELETE, /api/users/m%65, SLOW",
        "GET, /api/%zz, READ"
    })
    void everySpellingOfAPathIsOfTheSameKind(String method, String path, RequestKind kind) {
        assertThat(RequestKind.of(new MockHttpServletRequest(method, path))).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"/api/health", "/api/health/", "/API/Health", "/api%2Fevents", "/uploads/avatars/x.png", "/ws", "/"})
    void healthAndWhatIsNoPartOfTheApiHaveNone(String path) {
        assertThat(RequestKind.of(new MockHttpServletRequest("GET", path))).isEqualTo(Optional.empty());
    }

    @Test
    void anotherSpellingOfHealthIsHealth() {
        assertThat(RequestKind.of(new MockHttpServletRequest("GET", "/api/he%61lth")))
                .isEmpty();
    }
}
