package com.emlyon.connect.app.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ExtensionOffersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", ";", ",", "a;", ";a", "a;;b", "a=b", "a b", "\"a\"", "a; b=", "a; b=\"c", "a; b=c d", "a; =b"
            })
    void whatBreaksTheGrammarIsRefused(String header) {
        assertThat(ExtensionOffers.read(offering(header))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-webkit-deflate-frame",
                "permessage-deflate; x",
                "permessage-deflate; server_max_window_bits",
                "permessage-deflate; server_max_window_bits=7",
                "permessage-deflate; server_max_window_bits=16",
                "permessage-deflate; server_max_window_bits=010",
                "permessage-deflate; client_max_window_bits=x",
                "permessage-deflate; client_no_context_takeover=1",
                "permessage-deflate; client_no_context_takeover; client_no_context_takeover"
            })
    void anOfferThatTheServiceMayNotAcceptIsDeclined(String header) {
        assertThat(ExtensionOffers.read(offering(header))).hasValue(List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permessage-deflate | permessage-deflate; server_no_context_takeover
            PerMessage-Deflate; Client_Max_Window_Bits | permessage-deflate; client_max_window_bits; server_no_context_takeover
            x, permessage-deflate ;server_max_window_bits = 12,, | permessage-deflate; server_max_window_bits=12; server_no_context_takeover
            permessage-deflate; client_max_window_bits="15" | permessage-deflate; client_max_window_bits=15; server_no_context_takeover
            permessage-deflate; Server_No_Context_Takeover; client_max_window_bits | permessage-deflate; server_no_context_takeover; client_max_window_bits
            """)
    void anOfferOfCompressionIsPassedOnWithoutContextOfTheServer(String header, String expected) {
        assertThat(ExtensionOffers.read(offering(header))).hasValue(List.of(expected));
    }

    @Test
    void severalLinesAreOneList() {
        MockHttpServletRequest request = offering("permessage-deflate; client_max_window_bits");
        request.addHeader(OpeningHandshake.EXTENSIONS_HEADER, "permessage-deflate");

        assertThat(ExtensionOffers.read(request))
                .hasValue(List.of(
                        "permessage-deflate; client_max_window_bits; server_no_context_takeover",
                        "permessage-deflate; server_no_context_takeover"));
    }

    @Test
    void thousandsAreReadAndFewPassedOn() {
        assertThat(ExtensionOffers.read(offering("permessage-deflate,".repeat(5_000))))
                .hasValueSatisfying(offers -> assertThat(offers).hasSizeLessThan(10));
    }

    private static MockHttpServletRequest offering(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader(OpeningHandshake.EXTENSIONS_HEADER, header);
        return request;
    }
}
