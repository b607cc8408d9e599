package com.emlyon.connect.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A {@code multipart/form-data} body, written by hand so that it can be wrong on purpose. */
public final class Multipart {

    private static final String BOUNDARY = "----contract-boundary";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    /** A body with one picture in the field that the frontend uses. */
    public static Multipart avatar(String fileName, String mimeType, byte[] content) {
        return new Multipart().file("avatar", fileName, mimeType, content);
    }

    /** The same with one more file. */
    public Multipart file(String field, String fileName, String mimeType, byte[] content) {
        write("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, field, fileName, mimeType));
        parts.writeBytes(content);
        write("\r\n");
        return this;
    }

    Multipart text(String field, String value) {
        write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, field, value));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(parts.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    /** The same body, ending in the middle of its last part. */
    byte[] bytesCutOff() {
        return Arrays.copyOf(parts.toByteArray(), parts.size() - 10);
    }

    private void write(String text) {
        parts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
