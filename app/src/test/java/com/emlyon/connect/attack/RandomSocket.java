package com.emlyon.connect.attack;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A handshake that is nearly right, and frames right behind it that are not. */
record RandomSocket(byte[] bytes) {

    private static final List<String> PATHS = List.of("/ws", "/ws", "/ws", "/ws/admin", "/ws/", "/WS", "/ws/x");
    private static final List<String> ORIGINS =
            List.of("null", "http://localhost:3000", "http://evil.example", "\u00E9");
    private static final List<String> PROTOCOLS =
            List.of("connect.v2", "connect.v1", "connect.v2, connect.v2", ",", "\"", "x".repeat(500));

    static RandomSocket of(Dice dice, List<String> tokens) {
        StringBuilder head = new StringBuilder("GET %s?%s=%s&after=%s HTTP/1.1\r\nHost: localhost\r\n"
                .formatted(
                        dice.pick(PATHS),
                        dice.pick(List.of("token", "token", "ticket", "x")),
                        dice.oneIn(3) ? escaped(dice) : dice.pick(tokens),
                        escaped(dice)));
        head.append("Connection: ").append(dice.oneIn(12) ? "close" : "Upgrade").append("\r\n");
        head.append("Upgrade: ").append(dice.oneIn(12) ? "h2c" : "websocket").append("\r\n");
        head.append("Sec-WebSocket-Version: ")
                .append(dice.oneIn(12) ? "99" : "13")
                .append("\r\n");
        head.append("Sec-WebSocket-Key: ")
                .append(dice.oneIn(12) ? "x" : "dGhlIHNhbXBsZSBub25jZQ==")
                .append("\r\n");
        if (dice.oneIn(4)) {
            head.append("Origin: ").append(dice.pick(ORIGINS)).append("\r\n");
        }
        if (dice.oneIn(2)) {
            head.append("Sec-WebSocket-Protocol: ").append(dice.pick(PROTOCOLS)).append("\r\n");
        }
        if (dice.oneIn(6)) {
            head.append("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=x, ;;\r\n");
        }
        if (dice.oneIn(2)) {
            head.append(dice.pick(RequestHeaders.ALL))
                    .append(": ")
                    .append(dice.pick(RequestHeaders.VALUES))
                    .append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        for (int i = dice.below(6); i > 0; i--) {
            all.writeBytes(frame(dice));
        }
        return new RandomSocket(all.toByteArray());
    }

    /** Any first byte, lengths that lie, texts that are no UTF-8, with a mask or without. */
    private static byte[] frame(Dice dice) {
        byte[] frame = dice.bytes(2 + dice.below(dice.oneIn(5) ? 9_000 : 130));
        if (!dice.oneIn(3)) {
            frame[0] = (byte) (0x80 | dice.below(16));
            frame[1] = (byte) (0x80 | Math.min(frame.length, 125));
        }
        return frame;
    }

    private static String escaped(Dice dice) {
        return URLEncoder.encode(RandomTexts.text(dice), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(text.length(), 2_000));
    }
}
