package com.emlyon.connect.app.websocket;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parses the extensions that a client offers in {@code Sec-WebSocket-Extensions} (RFC 6455, 9.1), and keeps only offers
 * of compression that RFC 7692 allows. Tomcat fails on other offers, although the RFC requires to decline them.
 */
final class ExtensionOffers {

    /** The extension of RFC 7692. */
    static final String COMPRESSION = "permessage-deflate";

    private static final String NO_SERVER_CONTEXT = "server_no_context_takeover";
    private static final Set<String> FLAGS = Set.of(NO_SERVER_CONTEXT, "client_no_context_takeover");
    private static final String SERVER_WINDOW = "server_max_window_bits";
    private static final String CLIENT_WINDOW = "client_max_window_bits";
    private static final int LEAST_WINDOW_BITS = 8;
    private static final int MOST_WINDOW_BITS = 15;

    /** Real clients offer one or two. */
    private static final int MOST_OFFERS = 8;

    private ExtensionOffers() {}

    /**
     * The acceptable offers of compression, each in the form that is passed on to Tomcat; empty when the header is
     * malformed.
     */
    static Optional<List<String>> read(HttpServletRequest request) {
        List<String> elements = HeaderTokens.elements(request, OpeningHandshake.EXTENSIONS_HEADER);
        if (elements.isEmpty() && request.getHeader(OpeningHandshake.EXTENSIONS_HEADER) != null) {
            return Optional.empty();
        }
        List<String> offers = new ArrayList<>();
        for (String element : elements) {
            Optional<List<Parameter>> parts = parts(element);
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            if (isAcceptable(parts.get()) && offers.size() < MOST_OFFERS) {
                offers.add(withoutServerContext(parts.get()));
            }
        }
        return Optional.of(List.copyOf(offers));
    }

    /**
     * Each message is compressed once for all clients, so it cannot refer to earlier messages of one client (RFC 7692,
     * 7.1.1.1).
     */
    private static String withoutServerContext(List<Parameter> offer) {
        Stream<String> parts = offer.stream().map(Parameter::toString);
        boolean offered = offer.stream().anyMatch(parameter -> parameter.name().equals(NO_SERVER_CONTEXT));
        return (offered ? parts : Stream.concat(parts, Stream.of(NO_SERVER_CONTEXT))).collect(Collectors.joining("; "));
    }

    /** The name of an extension and its parameters. */
    private static Optional<List<Parameter>> parts(String element) {
        List<Parameter> parts = new ArrayList<>();
        for (String part : element.split(";", -1)) {
            int equals = part.indexOf('=');
            String name = (equals < 0 ? part : part.substring(0, equals)).strip();
            String value = equals < 0 ? "" : unquoted(part.substring(equals + 1).strip());
            boolean nameOfExtension = parts.isEmpty();
            if (!HeaderTokens.isToken(name) || (equals >= 0 && (nameOfExtension || !HeaderTokens.isToken(value)))) {
                return Optional.empty();
            }
            parts.add(new Parameter(name.toLowerCase(Locale.ROOT), value));
        }
        return Optional.of(parts);
    }

    /** A value in quotes has to be a token, too. */
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static boolean isAcceptable(List<Parameter> offer) {
        Set<String> seen = new HashSet<>();
        return offer.getFirst().name().equals(COMPRESSION)
                && offer.stream().skip(1).allMatch(parameter -> seen.add(parameter.name()) && isAcceptable(parameter));
    }

    private static boolean isAcceptable(Parameter parameter) {
        boolean valueless = parameter.value().isEmpty();
        return switch (parameter.name()) {
            case SERVER_WINDOW -> isWindow(parameter.value());
            case CLIENT_WINDOW -> valueless || isWindow(parameter.value());
            default -> FLAGS.contains(parameter.name()) && valueless;
        };
    }

    /** A decimal number without leading zeros. */
    private static boolean isWindow(String value) {
        if (!value.matches("[1-9][0-9]?")) {
            return false;
        }
        int bits = Integer.parseInt(value);
        return bits >= LEAST_WINDOW_BITS && bits <= MOST_WINDOW_BITS;
    }

    /** @param value empty when there is none */
    private record Parameter(String name, String value) {

        @Override
        public String toString() {
            return value.isEmpty() ? name : name + "=" + value;
        }
    }
}
