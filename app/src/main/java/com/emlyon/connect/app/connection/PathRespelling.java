package com.emlyon.connect.app.connection;

import com.emlyon.connect.app.web.UndecodablePaths;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Rewrites parts of a path that Tomcat or Spring would refuse with 400 before any route sees them. By the contract
 * every text is an id, and such an id is merely unknown: characters that no id contains become U+FFFD, and an escaped
 * full stop, which needs no escape, becomes a full stop.
 */
final class PathRespelling implements Adapter {

    private static final String NAMES_NOTHING = "%EF%BF%BD";

    /** NUL, ends of lines, backslashes, and all but the last of several slashes, each as an escape. */
    private static final Pattern REFUSED =
            Pattern.compile("%(?:00|0a|0d|5c|e2%80%a[89]|2f(?=%2f))", Pattern.CASE_INSENSITIVE);

    private static final Pattern ESCAPED_FULL_STOP = Pattern.compile("%2e", Pattern.CASE_INSENSITIVE);

    private final Adapter next;

    PathRespelling(Adapter next) {
        this.next = next;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        respell(request.requestURI());
        next.service(request, response);
    }

    private static void respell(MessageBytes uri) {
        if (uri.getType() != MessageBytes.T_BYTES) {
            return;
        }
        String path = new String(
                uri.getByteChunk().getBytes(),
                uri.getByteChunk().getStart(),
                uri.getByteChunk().getLength(),
                StandardCharsets.ISO_8859_1);
        String respelled = respell(path);
        if (!respelled.equals(path)) {
            byte[] bytes = respelled.getBytes(StandardCharsets.ISO_8859_1);
            uri.setBytes(bytes, 0, bytes.length);
        }
    }

    /**
     * Leaves a path unchanged that cannot be decoded, because the contract's answer to it quotes its parts as they were
     * sent.
     */
    static String respell(String path) {
        boolean ordinary = path.indexOf('%') < 0 && !path.contains("/.");
        return ordinary || UndecodablePaths.undecodablePart(path).isPresent()
                ? path
                : Arrays.stream(path.split("/", -1))
                        .map(PathRespelling::respellPart)
                        .collect(Collectors.joining("/"));
    }

    private static String respellPart(String part) {
        String harmless =
                REFUSED.matcher(ESCAPED_FULL_STOP.matcher(part).replaceAll(".")).replaceAll(NAMES_NOTHING);
        int parameters = harmless.indexOf(';');
        String name = parameters < 0 ? harmless : harmless.substring(0, parameters);
        boolean stepsOut = name.equals(".") || name.equals("..");
        return stepsOut ? NAMES_NOTHING + harmless.substring(name.length()) : harmless;
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return next.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return next.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        next.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        next.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return next.getDomain();
    }
}
