package com.emlyon.connect.app.websocket;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A valid opening handshake as Spring and Tomcat see it: it contains only extensions that the service may accept, and
 * is upgraded to a connection whose frames are checked.
 */
public final class OpeningHandshakeRequest extends HttpServletRequestWrapper {

    /**
     * Replaces these headers by one lower-case or canonical value: clients may list several values, in any case, but
     * Spring expects exactly one, in few spellings.
     */
    private static final Map<String, String> UPGRADE =
            Map.of("upgrade", OpeningHandshake.PROTOCOL, "connection", HttpHeaders.UPGRADE);

    private final List<String> extensions;

    /** @param compression whether to pass on offers of compression, which costs much for every client */
    public OpeningHandshakeRequest(HttpServletRequest request, boolean compression) {
        super(request);
        extensions = compression ? ExtensionOffers.read(request).orElse(List.of()) : List.of();
    }

    @Override
    public @Nullable String getHeader(String name) {
        if (isExtensions(name)) {
            return extensions.isEmpty() ? null : String.join(", ", extensions);
        }
        return UPGRADE.getOrDefault(name.toLowerCase(Locale.ROOT), super.getHeader(name));
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (isExtensions(name)) {
            return Collections.enumeration(extensions);
        }
        String value = UPGRADE.get(name.toLowerCase(Locale.ROOT));
        return value == null ? super.getHeaders(name) : Collections.enumeration(List.of(value));
    }

    private static boolean isExtensions(String name) {
        return OpeningHandshake.EXTENSIONS_HEADER.equalsIgnoreCase(name);
    }

    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> handler) throws IOException, ServletException {
        return handler.equals(WsHttpUpgradeHandler.class)
                ? handler.cast(super.upgrade(CheckedUpgradeHandler.class))
                : super.upgrade(handler);
    }
}
