package com.emlyon.connect.app.feed;

import jakarta.websocket.Session;
import java.io.IOException;
import java.io.Writer;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * Sends long texts in portions. What Tomcat is given as a string it encodes for each client with a call for each character; what
 * is written to it lies in an array, and takes a fraction of that (see docs/benchmarks.md).
 */
final class LongTexts {

    /** Fits Tomcat's buffer of 8,192 characters, and, encoded, mostly that of as many bytes. */
    private static final int PORTION = 7_168;

    private LongTexts() {}

    /** Sends a text of any length. */
    static void send(WebSocketSession session, TextMessage text) throws IOException {
        if (text.getPayload().length() > PORTION
                && session instanceof NativeWebSocketSession wrapper
                && wrapper.getNativeSession() instanceof Session connection) {
            try (Writer writer = connection.getBasicRemote().getSendWriter()) {
                write(text.getPayload(), writer);
            }
        } else {
            session.sendMessage(text);
        }
    }

    private static void write(String text, Writer writer) throws IOException {
        char[] portion = new char[PORTION];
        int end;
        for (int start = 0; start < text.length(); start = end) {
            end = endOfPortion(text, start);
            text.getChars(start, end, portion, 0);
            if (start > 0) {
                writer.flush();
            }
            writer.write(portion, 0, end - start);
        }
    }

    /** Each portion is encoded by itself, so it may not end inside a character. */
    private static int endOfPortion(String text, int start) {
        int end = Math.min(start + PORTION, text.length());
        return Character.isHighSurrogate(text.charAt(end - 1)) && end < text.length() ? end - 1 : end;
    }
}
