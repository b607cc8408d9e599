package com.emlyon.connect.app.web;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/**
 * Recognises that Tomcat has rejected a request because its head has too many bytes or headers. Only the text of
 * Tomcat's exception shows this, and Tomcat answers 400, as for a malformed request.
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
