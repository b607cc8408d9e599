package com.emlyon.connect.app.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * The content codings that a client accepts (RFC 9110, section 12.5.3). Tomcat's parser drops the codings that the
 * client refuses, so with it an asterisk would seem to include them.
 *
 * @param qualities by the name of the coding in lower case
 */
record AcceptedCodings(Map<String, Double> qualities) {

    private static final String ANY_OTHER = "*";
    private static final double REFUSED = 0;

    private static final Pattern ELEMENT =
            Pattern.compile("([^\\s;]++)(?:\\s*+;\\s*+[qQ]=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?))?+");

    /** Parses all {@code Accept-Encoding} lines of a request; malformed elements are ignored. */
    static AcceptedCodings of(HttpServletRequest request) {
        return new AcceptedCodings(Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(element -> ELEMENT.matcher(element.strip()))
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        element -> element.group(1).toLowerCase(Locale.ROOT), AcceptedCodings::quality, Math::max)));
    }

    private static double quality(MatchResult element) {
        return Optional.ofNullable(element.group(2)).map(Double::valueOf).orElse(1.0);
    }

    /**
     * The available coding of the highest quality; the first of several. A client that accepts none gets identity, even
     * when it refuses that: a list is of more use to it than an error. The predicate is called only for codings that
     * the client accepts.
     */
    ListCoding best(Predicate<ListCoding> isAvailable) {
        ListCoding best = ListCoding.IDENTITY;
        double highest = REFUSED;
        for (ListCoding coding : ListCoding.values()) {
            double quality = quality(coding);
            if (quality > highest && isAvailable.test(coding)) {
                best = coding;
                highest = quality;
            }
        }
        return best;
    }

    /** An asterisk does not include identity, which a client gets without naming any coding. */
    private double quality(ListCoding coding) {
        double unnamed = coding == ListCoding.IDENTITY ? REFUSED : qualities.getOrDefault(ANY_OTHER, REFUSED);
        return qualities.getOrDefault(coding.token(), unnamed);
    }
}
