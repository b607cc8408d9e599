package com.emlyon.connect.app.websocket;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads headers whose values are lists of tokens (RFC 9110, 5.6.1 and 5.6.2). */
final class HeaderTokens {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]++");

    private HeaderTokens() {}

    /** The lines of a header, as sent. */
    static List<String> lines(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }

    /** The elements of a header in all its lines; empty elements do not count. */
    static List<String> elements(HttpServletRequest request, String header) {
        return lines(request, header).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    /** Whether a header lists a token, ignoring case. */
    static boolean contain(HttpServletRequest request, String header, String token) {
        return elements(request, header).stream().anyMatch(token::equalsIgnoreCase);
    }

    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }
}
