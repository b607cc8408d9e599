package com.emlyon.connect.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Chooses the language of an answer: French unless {@code Accept-Language} prefers English. */
final class Languages extends AcceptHeaderLocaleResolver {

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    Languages() {
        setSupportedLocales(SPOKEN);
        setDefaultLocale(Locale.FRENCH);
    }

    /** The language of a request that did not get as far as the dispatcher. */
    static Locale of(HttpServletRequest request) {
        return new Languages().resolveLocale(request);
    }
}
