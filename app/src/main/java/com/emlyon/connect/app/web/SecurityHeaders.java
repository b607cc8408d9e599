package com.emlyon.connect.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/**
 * The security headers of every answer, whichever code writes it: browsers must not guess its type, show it in a frame,
 * send its address to others as the referrer, or run anything in it. Only the pages of the documentation have scripts,
 * in files.
 */
final class SecurityHeaders {

    private static final String PAGES_WITH_SCRIPTS = "/swagger-ui/";
    private static final String NOTHING_TO_RUN = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /** Swagger UI has pictures in its style sheets, and styles in its scripts. */
    private static final String OWN_FILES = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static List<HeaderWriter> writers() {
        return List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new HstsHeaderWriter(),
                new DelegatingRequestMatcherHeaderWriter(
                        request -> !mayRunScripts(request), new ContentSecurityPolicyHeaderWriter(NOTHING_TO_RUN)),
                new DelegatingRequestMatcherHeaderWriter(
                        SecurityHeaders::mayRunScripts, new ContentSecurityPolicyHeaderWriter(OWN_FILES)));
    }

    /** A request that cannot be parsed has no path. */
    private static boolean mayRunScripts(HttpServletRequest request) {
        return String.valueOf(request.getRequestURI()).startsWith(PAGES_WITH_SCRIPTS);
    }
}
