package com.emlyon.connect.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/** Chooses the language of an answer: French unless {@code Accept-Language} prefers English. */
final class Languages implements LocaleResolver {

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    /** Browsers send at most a dozen ranges. The JDK compares each with all others, so thousands would take long. */
    private static final int MOST_RANGES = 50;

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is the client's choice");
    }

    /** The language of a request; also usable for requests that do not reach the DispatcherServlet. */
    static Locale of(HttpServletRequest request) {
        String wanted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT_LANGUAGE)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", MOST_RANGES + 1)).limit(MOST_RANGES))
                .filter(Predicate.not(String::isBlank))
                .limit(MOST_RANGES)
                .collect(Collectors.joining(","));
        return wanted.isEmpty() ? Locale.FRENCH : preferred(wanted);
    }

    private static Locale preferred(String header) {
        try {
            List<LanguageRange> wanted = LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .toList();
            return Objects.requireNonNullElse(Locale.lookup(wanted, SPOKEN), Locale.FRENCH);
        } catch (IllegalArgumentException unreadable) {
            return Locale.FRENCH;
        }
    }
}
