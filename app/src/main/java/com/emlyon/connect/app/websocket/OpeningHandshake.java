package com.emlyon.connect.app.websocket;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Validates the opening handshake of a client as RFC 6455 (4.2.1) requires. Spring and Tomcat check a part of this,
 * answer with messages of their own, and fail on some of the rest. This class never reads the body of a request.
 */
public final class OpeningHandshake {

    /** The version of the protocol that the service supports. */
    public static final String VERSION = "13";

    /** The header with the version that a client requests, or that the service supports. */
    public static final String VERSION_HEADER = "Sec-WebSocket-Version";

    static final String PROTOCOL = "websocket";
    static final String EXTENSIONS_HEADER = "Sec-WebSocket-Extensions";

    private static final String KEY_HEADER = "Sec-WebSocket-Key";
    private static final String PROTOCOLS_HEADER = "Sec-WebSocket-Protocol";
    private static final String HTTP = "HTTP/1.1";
    private static final int BYTES_OF_A_KEY = 16;
    private static final int CHARACTERS_OF_A_KEY = 24;

    private OpeningHandshake() {}

    /** Whether a request asks for an upgrade to WebSocket. */
    public static boolean isRequested(HttpServletRequest request) {
        return HeaderTokens.contain(request, HttpHeaders.UPGRADE, PROTOCOL);
    }

    /** Whether everything but the version is valid. */
    public static boolean isValid(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && HTTP.equals(request.getProtocol())
                && !hasBody(request)
                && HeaderTokens.contain(request, HttpHeaders.CONNECTION, HttpHeaders.UPGRADE)
                && hasOneKey(request)
                && HeaderTokens.lines(request, VERSION_HEADER).size() == 1
                && HeaderTokens.lines(request, HttpHeaders.ORIGIN).size() <= 1
                && hasTokensOnly(request)
                && ExtensionOffers.read(request).isPresent()
                && hasReadableQuery(request);
    }

    /** Whether a valid handshake requests the version that the service supports. */
    public static boolean isOfSupportedVersion(HttpServletRequest request) {
        return VERSION.equals(request.getHeader(VERSION_HEADER));
    }

    /** The bytes after a handshake are frames, so a body could be read as frames, or hide some. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean hasOneKey(HttpServletRequest request) {
        List<String> keys = HeaderTokens.lines(request, KEY_HEADER);
        return keys.size() == 1 && isKey(keys.getFirst());
    }

    private static boolean isKey(String text) {
        try {
            return text.length() == CHARACTERS_OF_A_KEY && Base64.getDecoder().decode(text).length == BYTES_OF_A_KEY;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private static boolean hasTokensOnly(HttpServletRequest request) {
        List<String> protocols = HeaderTokens.elements(request, PROTOCOLS_HEADER);
        boolean namesNone = protocols.isEmpty() && request.getHeader(PROTOCOLS_HEADER) != null;
        return !namesNone && protocols.stream().allMatch(HeaderTokens::isToken);
    }

    /** Tomcat and Spring assume that the URI of a handshake and its parameters can be parsed. */
    private static boolean hasReadableQuery(HttpServletRequest request) {
        try {
            String query = request.getQueryString();
            return query == null || (request.getParameterMap() != null && new URI("?" + query).getRawQuery() != null);
        } catch (InvalidParameterException | URISyntaxException broken) {
            return false;
        }
    }
}
