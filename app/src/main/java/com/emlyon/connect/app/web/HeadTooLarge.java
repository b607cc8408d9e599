package com.emlyon.connect.app.web;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/**
 * Recognises that Tomcat has given up a request because its head has too many bytes or headers. Tomcat says so only in a text, and
 * answers 400, as if the request could not be read.
 */
final class HeadTooLarge {

    private static final String TOO_MANY_BYTES =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");
    private static final StringManager HEADERS = StringManager.getManager(MimeHeaders.class);

    private HeadTooLarge() {}

    static boolean isCauseOf(@Nullable Throwable failure, Connector connector) {
        if (failure == null || !(connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http)) {
            return false;
        }
        String tooManyHeaders = HEADERS.getString("headers.maxCountFail", http.getMaxHeaderCount());
        return TOO_MANY_BYTES.equals(failure.getMessage()) || tooManyHeaders.equals(failure.getMessage());
    }
}
