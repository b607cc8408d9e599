package com.emlyon.connect.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes on a socket, as no HTTP client would send them; each char of a text up to U+00FF is a byte. */
final class Wire {

    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.1 (\\d{3})");
    private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    private final URI service;

    Wire(URI service) {
        this.service = service;
    }

    /** Sends a text, and returns everything that the service writes before it closes the connection. */
    String say(String text) {
        return say(text.getBytes(StandardCharsets.ISO_8859_1), PATIENCE);
    }

    /**
     * The same, which takes silence of that length for the end, too. A server that closes before it has read everything may reset the
     * connection, and the system of the client then throws away the answer (RFC 9112, section 9.6): so it is sent again.
     */
    String say(byte[] bytes, Duration silence) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return sayOnce(bytes, silence);
            } catch (SocketException reset) {
                continue;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return "";
    }

    private String sayOnce(byte[] bytes, Duration silence) throws IOException {
        try (Socket socket = open()) {
            socket.setSoTimeout((int) silence.toMillis());
            socket.getOutputStream().write(bytes);
            return readAll(socket);
        }
    }

    /** Sends a text, and returns the head of the first answer, and its body unless it is an upgrade. */
    String sayAndReadOne(String text) {
        try (Socket socket = open()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder answer = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next >= 0 && !isComplete(answer.append((char) next));
                    next = socket.getInputStream().read()) {}
            return answer.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isComplete(StringBuilder answer) {
        int head = answer.indexOf("\r\n\r\n");
        return head >= 0 && answer.length() >= head + 4 + lengthOfBody(answer.substring(0, head));
    }

    private static int lengthOfBody(String head) {
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    /** A connection on which nothing was said yet. */
    Socket open() throws IOException {
        return new Socket(service.getHost(), service.getPort());
    }

    private static String readAll(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8_192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                answer.write(buffer, 0, count);
            }
        } catch (SocketTimeoutException silent) {
            return answer.toString(StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            if (answer.size() == 0) {
                throw reset;
            }
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    /** The status codes of the answers in what the service wrote, in order. */
    static List<Integer> statuses(String answers) {
        return STATUS.matcher(answers)
                .results()
                .map(status -> Integer.valueOf(status.group(1)))
                .toList();
    }
}
