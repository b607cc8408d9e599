package com.emlyon.connect.attack;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that is nearly right.
 *
 * @param target its path and query, as sent
 * @param bytes all of it
 */
record RandomRequest(String method, String target, byte[] bytes) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO", "get");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "APPLICATION/JSON;;",
            "application/x-www-form-urlencoded",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=",
            "/",
            "\u00E9",
            "application/json, text/html",
            "application/vnd.api+json",
            "text/xml");

    private static final List<String> VALUES = List.of(
            "gzip",
            "deflate",
            "identity",
            "*",
            "*/*;q=x",
            "text/html",
            "en;q=9,fr;q=-1",
            "x-".repeat(200),
            "\"",
            "W/\"x\"",
            "bytes=0-",
            "bytes=-1,5-2,0-0",
            "bytes=9-1",
            "null",
            "http://localhost:3000",
            "a=b; c",
            "=",
            "127.0.0.1, ::1, x",
            "host=\"",
            "DELETE",
            "Bearer ",
            "Bearer x.y.z",
            "websocket",
            "\u00C3\u00A9\u00C2\u009B",
            "{",
            "Thu, 99 Foo 0000",
            "1",
            "x".repeat(3_000));

    /** A request to the route, with a token that may be left out, and ids that exist or not. */
    static RandomRequest to(Route route, Dice dice, String token, List<String> ids) {
        String method = dice.oneIn(12) ? dice.pick(METHODS) : route.method();
        String target = path(route, dice, ids) + query(dice, ids);
        boolean uploads = route.path().endsWith("/avatar") && !dice.oneIn(5);
        byte[] body = uploads ? RandomUpload.body(dice) : body(route, dice, ids);
        StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\n".formatted(method, target));
        if (!dice.oneIn(15)) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        if (body.length > 0 && !dice.oneIn(20)) {
            head.append("Content-Type: ")
                    .append(dice.oneIn(8) ? dice.pick(TYPES) : uploads ? RandomUpload.TYPE : TYPES.getFirst())
                    .append("\r\n");
        }
        for (int i = dice.oneIn(3) ? dice.below(4) : 0; i > 0; i--) {
            head.append(dice.pick(RequestHeaders.ALL))
                    .append(": ")
                    .append(dice.pick(dice.oneIn(2) ? VALUES : RequestHeaders.VALUES))
                    .append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return new RandomRequest(method, target, all.toByteArray());
    }

    /** Whether chance has left it the method and the path of the route, and the token. */
    boolean asksFor(Route route, String token) {
        String path = VARIABLE.matcher(Pattern.quote(route.path())).replaceAll("\\\\E[^/;?]+\\\\Q");
        return method.equals(route.method())
                && target.replaceFirst("\\?.*", "").matches(path)
                && new String(bytes, StandardCharsets.ISO_8859_1).contains("Authorization: Bearer " + token + "\r\n");
    }

    private static String path(Route route, Dice dice, List<String> ids) {
        String path = VARIABLE.matcher(route.path())
                .replaceAll(variable -> Matcher.quoteReplacement(dice.oneIn(3) ? segment(dice) : dice.pick(ids)));
        return switch (dice.below(40)) {
            case 0 -> path + "/";
            case 1 -> path + "/" + segment(dice);
            case 2 -> path.toUpperCase(Locale.ROOT);
            case 3 -> path.replaceFirst("/", "//");
            case 4 -> path + ";" + segment(dice);
            case 5 -> path.replace("e", "%65");
            case 6 -> path.substring(0, dice.below(path.length()) + 1);
            default -> path;
        };
    }

    private static String query(Dice dice, List<String> ids) {
        if (!dice.oneIn(4)) {
            return "";
        }
        String name = dice.pick(
                List.of("upcoming", "after", "limit", "asOf", "name", "stream", "token", "ticket", segment(dice)));
        String value = dice.oneIn(2) ? segment(dice) : dice.pick(ids);
        return "?" + name + (dice.oneIn(9) ? "" : "=" + value)
                + (dice.oneIn(5) ? "&" + name + "=" + segment(dice) : "");
    }

    /** Mostly escaped as it should be; never with what would end the line of the request. */
    private static String segment(Dice dice) {
        String text = RandomTexts.text(dice);
        if (dice.oneIn(6)) {
            return text.replaceAll("[\\p{Cntrl} ?#\\u0080-\\uFFFF]", "%");
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] body(Route route, Dice dice, List<String> ids) {
        if (route.fields().isEmpty() && !dice.oneIn(6)) {
            return new byte[0];
        }
        if (dice.oneIn(40)) {
            return dice.bytes(dice.below(300));
        }
        List<String> fields = route.fields().isEmpty() ? List.of("id", dice.pick(ids)) : route.fields();
        Charset charset = dice.oneIn(20) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return RandomJson.body(dice, fields).getBytes(charset);
    }

    @Override
    public String toString() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.length() > 2_000 ? text.substring(0, 2_000) + "… (%d bytes)".formatted(bytes.length) : text;
    }
}
