package com.emlyon.connect.app.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Hides headers on which Tomcat and Spring fail. Tomcat would make a locale of each range of {@code Accept-Language},
 * and throws when there are more than ten; here the locale of a request is the language of its answer. Spring throws
 * when a {@code Content-Type} has a wildcard; here such a header counts as missing. Spring evaluates
 * {@code If-Unmodified-Since} even together with {@code If-Match}, which makes it void (RFC 9110, section 13.1.4); here
 * it is then hidden.
 */
final class LenientHeaders implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request instanceof HttpServletRequest http ? new Request(http) : request, response);
    }

    private static final class Request extends HttpServletRequestWrapper {

        Request(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Locale getLocale() {
            return Languages.of(this);
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(getLocale()));
        }

        @Override
        public @Nullable String getContentType() {
            String type = super.getContentType();
            return hasWildcard(type) ? null : type;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public long getDateHeader(String name) {
            return isHidden(name) ? -1 : super.getDateHeader(name);
        }

        private boolean isHidden(String name) {
            return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)
                    ? hasWildcard(super.getContentType())
                    : HttpHeaders.IF_UNMODIFIED_SINCE.equalsIgnoreCase(name)
                            && super.getHeader(HttpHeaders.IF_MATCH) != null;
        }

        private static boolean hasWildcard(@Nullable String type) {
            return type != null && type.split(";", 2)[0].contains("*");
        }
    }
}
