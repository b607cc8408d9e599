package com.emlyon.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** One HTTP answer: its body as the bytes that were sent. */
public final class Answer {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;

    Answer(int status, HttpHeaders headers, byte[] bytes) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes.clone();
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** All headers. */
    public HttpHeaders headers() {
        return headers;
    }

    /** The body as it was sent. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The body as it was before it was encoded as the answer says. */
    byte[] decoded() {
        return switch (header("Content-Encoding").orElse("identity")) {
            case "identity" -> bytes();
            case "gzip" -> ungzipped();
            case "zstd" -> Zstd.decompress(bytes);
            default -> throw new AssertionError("unknown content coding in " + headers);
        };
    }

    private byte[] ungzipped() {
        try (GZIPInputStream opened = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return opened.readAllBytes();
        } catch (IOException broken) {
            throw new AssertionError("no gzip", broken);
        }
    }

    /** The body, read as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The body, read as JSON. */
    public JsonNode json() {
        return Json.parse(text());
    }

    /** The node at a JSON pointer such as {@code /data/id}; fails when there is none. */
    public JsonNode at(String pointer) {
        JsonNode node = json().at(pointer);
        assertThat(node.isMissingNode())
                .as("nothing at %s in %s", pointer, text())
                .isFalse();
        return node;
    }

    /** The JSON string at a pointer; fails when there is anything else. */
    public String string(String pointer) {
        JsonNode node = at(pointer);
        assertThat(node.isString()).as("no string at %s in %s", pointer, text()).isTrue();
        return node.stringValue();
    }

    /** The whole JSON number at a pointer; fails when there is anything else. */
    long wholeNumber(String pointer) {
        JsonNode node = at(pointer);
        assertThat(node.isIntegralNumber())
                .as("no whole number at %s in %s", pointer, text())
                .isTrue();
        return node.longValue();
    }

    /** The elements of the list under {@code data}, in order. */
    public Stream<JsonNode> items() {
        JsonNode data = at("/data");
        assertThat(data.isArray()).as("no list in %s", text()).isTrue();
        return data.valueStream();
    }

    /** The elements of the list under {@code data} that a test asks for, in order. */
    public Stream<JsonNode> items(Predicate<JsonNode> wanted) {
        return items().filter(wanted);
    }

    /** The value of {@code data} exactly as it was written. */
    public String rawData() {
        String opening = "{\"success\":true,\"data\":";
        assertThat(text()).startsWith(opening).endsWith("}");
        return text().substring(opening.length(), text().length() - 1);
    }

    /** The first line of a header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The comma-separated elements of a header, over all of its lines. */
    Stream<String> headerElements(String name) {
        return headers.allValues(name).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(element -> !element.isEmpty());
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
