package com.emlyon.connect.attack;

import com.emlyon.connect.contract.Pictures;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The body of an upload that is nearly one: parts, names and pictures of which some are wrong, or end too early. */
final class RandomUpload {

    static final String TYPE = "multipart/form-data; boundary=x";

    private static final List<byte[]> PICTURES =
            List.of(Pictures.png(), Pictures.jpeg(), Pictures.gif(), Pictures.webp());
    private static final List<String> NAMES = List.of(
            "a.png", "a.jpg", "a.gif", "a.webp", "a.svg", "../../a.png", "a.png\\", "é.png", "", "a", "a.png.exe");
    private static final List<String> TYPES = List.of(
            "image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", "text/html", "", "/", "image/*");

    private RandomUpload() {}

    static byte[] body(Dice dice) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int parts = dice.oneIn(6) ? dice.below(5) : 1;
        for (int i = 0; i < parts; i++) {
            write(
                    body,
                    "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                            .formatted(
                                    dice.oneIn(8) ? RandomTexts.text(dice) : "avatar",
                                    dice.oneIn(3) ? dice.pick(NAMES) : "a.png",
                                    dice.oneIn(3) ? dice.pick(TYPES) : "image/png"));
            body.writeBytes(picture(dice));
            write(body, "\r\n");
        }
        if (!dice.oneIn(8)) {
            write(body, "--x--\r\n");
        }
        return body.toByteArray();
    }

    /** As it should be, with a few bytes that should be others, or without its end. */
    private static byte[] picture(Dice dice) {
        byte[] picture = dice.pick(PICTURES).clone();
        for (int i = dice.oneIn(2) ? dice.below(8) : 0; i > 0; i--) {
            picture[dice.below(picture.length)] = (byte) dice.below(256);
        }
        return dice.oneIn(6) ? Arrays.copyOf(picture, dice.below(picture.length + 1)) : picture;
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
