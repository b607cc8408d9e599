package com.emlyon.connect.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request written byte for byte on a socket of its own. */
public final class RawExchange {

    private static final int TIME_LIMIT_MS = 60_000;

    private final URI base;

    RawExchange(URI base) {
        this.base = base;
    }

    /** Sends the request line and headers given; answers with everything the service wrote before it closed. */
    public Answer send(String method, String target, String... headerLines) {
        return exchange(request(method, target, headerLines) + "Connection: close\r\n\r\n", true);
    }

    /** Asks for an upgrade to WebSocket and answers with the head of the reply. */
    public Answer handshake(String target, String... headerLines) {
        return exchange(
                request("GET", target, headerLines)
                        + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
                false);
    }

    private String request(String method, String target, String... headerLines) {
        StringBuilder text = new StringBuilder(
                "%s %s HTTP/1.1\r\nHost: %s:%d\r\n".formatted(method, target, base.getHost(), base.getPort()));
        for (String line : headerLines) {
            text.append(line).append("\r\n");
        }
        return text.toString();
    }

    private Answer exchange(String request, boolean toTheEnd) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(TIME_LIMIT_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            List<String> head = readHead(in);
            HttpHeaders headers = headers(head);
            byte[] body = toTheEnd ? in.readAllBytes() : new byte[0];
            boolean chunked = headers.firstValue("transfer-encoding").isPresent();
            return new Answer(
                    Integer.parseInt(head.getFirst().split(" ", -1)[1]), headers, chunked ? joinChunks(body) : body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> readHead(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != '\n') {
                line.write(b);
                continue;
            }
            String text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            if (text.isEmpty()) {
                return lines;
            }
            lines.add(text);
            line.reset();
        }
        throw new IOException("The connection was closed inside the head: " + lines);
    }

    private static HttpHeaders headers(List<String> head) {
        Map<String, List<String>> values = new HashMap<>();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            values.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return HttpHeaders.of(values, (name, value) -> true);
    }

    private static byte[] joinChunks(byte[] body) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int lineEnd = at;
            while (body[lineEnd] != '\r') {
                lineEnd++;
            }
            int size = Integer.parseInt(
                    new String(Arrays.copyOfRange(body, at, lineEnd), StandardCharsets.US_ASCII).strip(), 16);
            joined.write(body, lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
        }
        return joined.toByteArray();
    }
}
