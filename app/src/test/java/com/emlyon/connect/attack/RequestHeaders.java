package com.emlyon.connect.attack;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The headers that a client may send, and values of which each has been the downfall of a program that reads them. */
final class RequestHeaders {

    /** Of HTTP: RFC 9110, 9111, 9112 and what has joined them. */
    private static final List<String> OF_HTTP = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Accept-Ranges",
            "Allow",
            "Authorization",
            "Cache-Control",
            "Connection",
            "Content-Disposition",
            "Content-Encoding",
            "Content-Language",
            "Content-Length",
            "Content-Location",
            "Content-Range",
            "Content-Type",
            "Cookie",
            "Date",
            "Early-Data",
            "Expect",
            "Forwarded",
            "From",
            "Host",
            "HTTP2-Settings",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Keep-Alive",
            "Last-Modified",
            "Max-Forwards",
            "MIME-Version",
            "Pragma",
            "Prefer",
            "Priority",
            "Proxy-Authorization",
            "Proxy-Connection",
            "Range",
            "Referer",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "User-Agent",
            "Via",
            "Warning",
            "X");

    private static final List<String> OF_BROWSERS_AND_PROXIES = List.of(
            "Access-Control-Request-Headers",
            "Access-Control-Request-Method",
            "DNT",
            "Origin",
            "Save-Data",
            "Sec-Fetch-Dest",
            "Sec-Fetch-Mode",
            "Sec-Fetch-Site",
            "Upgrade-Insecure-Requests",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Requested-With");

    /** Of the opening handshake of WebSocket: RFC 6455. */
    static final List<String> OF_HANDSHAKES = List.of(
            "Connection",
            "Host",
            "Origin",
            "Sec-WebSocket-Accept",
            "Sec-WebSocket-Extensions",
            "Sec-WebSocket-Key",
            "Sec-WebSocket-Protocol",
            "Sec-WebSocket-Version",
            "Upgrade");

    static final List<String> ALL = Stream.of(OF_HTTP, OF_BROWSERS_AND_PROXIES, OF_HANDSHAKES)
            .flatMap(List::stream)
            .distinct()
            .toList();

    static final List<String> VALUES = List.of(
            "",
            ";",
            "\"",
            "*",
            "*/*;q=x",
            "text/*",
            "99999999999999999999",
            "gzip, x-gzip;q=0, deflate;q=2, br, *;q=0",
            "en;q=9,fr;q=-1,x-" + "y".repeat(300),
            "fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7,fr-CA;q=0.6,fr-BE;q=0.5,fr-CH;q=0.4,fr-LU;q=0.3,de;q=0.2,es;q=0.1,it;q=0.1",
            IntStream.range(0, 1_500)
                    .mapToObj(i -> "x" + i + "-FR;q=0." + i % 10)
                    .reduce((a, b) -> a + "," + b)
                    .orElse(""),
            ";".repeat(12_000),
            "bytes=9-1,-0,0-,5-2",
            "Thu, 99 Foo 0000 25:61:61 GMT",
            "a=b; c; =; $Version=1; d=\"",
            "permessage-deflate; client_max_window_bits=x, ;;",
            "for=\"[::1\";proto=\u0001, for=_x;host=\"",
            "127.0.0.1, ::1%eth0, x, 999.999.999.999",
            "[::1",
            "null",
            "chunked, chunked",
            "100-continue, x",
            "text/html; charset=\"no-such; boundary=",
            "application/x-www-form-urlencoded; charset=no-such",
            "%00%ff\u00C0\u00AF",
            "${jndi:ldap://127.0.0.1:1/x}",
            "Bearer " + "x.".repeat(2_000),
            "u=9, i=?2, \"");

    private RequestHeaders() {}
}
