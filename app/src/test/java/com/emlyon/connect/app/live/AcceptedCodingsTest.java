package com.emlyon.connect.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;

class AcceptedCodingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                              | IDENTITY
                    identity                        | IDENTITY
                    br, deflate                     | IDENTITY
                    gzip                            | GZIP
                    zstd                            | ZSTD
                    gzip, deflate, br, zstd         | ZSTD
                    zstd, gzip                      | ZSTD
                    ZSTD                            | ZSTD
                    zstd;q=0.5, gzip;q=0.5          | ZSTD
                    zstd;q=0.5, gzip;q=0.6          | GZIP
                    zstd;q=0.5, gzip                | GZIP
                    zstd;q=0.001                    | ZSTD
                    zstd;q=0, gzip;q=0.001          | GZIP
                    zstd;q=0, gzip;q=0              | IDENTITY
                    *                               | ZSTD
                    *;q=0                           | IDENTITY
                    *, zstd;q=0                     | GZIP
                    *;q=0.5, gzip                   | GZIP
                    *;q=0, gzip                     | GZIP
                    *;q=0.5, zstd;q=0.4             | GZIP
                    identity, zstd                  | ZSTD
                    identity, zstd;q=0.9, gzip      | GZIP
                    identity, zstd;q=0.9            | IDENTITY
                    identity;q=0.5, *;q=0.1         | IDENTITY
                    identity;q=0                    | IDENTITY
                    identity;q=0, gzip              | GZIP
                    zstd;q=nonsense, gzip           | GZIP
                    zstd;q=1.5, gzip ; q=0.1        | GZIP
                    zstd;q=-1, gzip;Q=0.1           | GZIP
                    zstd;level=9, gzip;q=0.         | IDENTITY
                    ,;, ;q=1 ,zstd,                 | ZSTD
                    zstd gzip                       | IDENTITY
                    zstd;q=0, zstd                  | ZSTD
                    """)
    void theCodingThatTheClientLikesBestIsTaken(String header, ListCoding expected) {
        assertThat(accepted(header).best(coding -> true)).isEqualTo(expected);
    }

    @Test
    void allLinesOfTheHeaderCount() {
        assertThat(accepted("gzip;q=0.5", "zstd").best(coding -> true)).isEqualTo(ListCoding.ZSTD);
    }

    @Test
    void aClientWithoutTheHeaderGetsIdentity() {
        assertThat(accepted().best(coding -> true)).isEqualTo(ListCoding.IDENTITY);
    }

    @Test
    void whatIsNotAvailableIsNotTaken() {
        assertThat(accepted("gzip;q=0.5, zstd").best(coding -> coding != ListCoding.ZSTD))
                .isEqualTo(ListCoding.GZIP);
        assertThat(accepted("zstd").best(coding -> coding != ListCoding.ZSTD)).isEqualTo(ListCoding.IDENTITY);
    }

    @Test
    void whatAClientDoesNotTakeNeedNotBeAvailable() {
        Set<ListCoding> asked = EnumSet.noneOf(ListCoding.class);

        accepted("gzip, br").best(asked::add);

        assertThat(asked).containsExactly(ListCoding.GZIP);
    }

    private static AcceptedCodings accepted(String... lines) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (String line : lines) {
            request.addHeader(HttpHeaders.ACCEPT_ENCODING, line);
        }
        return AcceptedCodings.of(request);
    }
}
