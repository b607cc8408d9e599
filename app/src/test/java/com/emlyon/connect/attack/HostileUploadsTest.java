package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Multipart;
import com.emlyon.connect.contract.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that are more, or less, than a picture, over HTTP; what becomes of bytes is tested in the module platform/images. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileUploadsTest {

    private static final String NO_PICTURE = "Seules les images sont acceptées (jpeg, jpg, png, gif, webp)";
    private static final String SVG =
            "Ce fichier est au format SVG ; seules les images JPEG, PNG, GIF et WebP sont acceptées";
    private static final String DAMAGED = "L'image est endommagée, incomplète ou d'un type rare";
    private static final byte[] SCRIPT =
            "<html><script>alert(document.domain)</script>PK\3\4".getBytes(StandardCharsets.US_ASCII);
    private static final int MANY = 40_000_000;

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");

    @AfterEach
    void theServiceIsWell() {
        assertThat(client.get("/api/health").send()).hasStatus(200);
    }

    static Stream<Named<byte[]>> pictures() {
        return Stream.of(
                Named.of("PNG", Pictures.png()),
                Named.of("JPEG", Pictures.jpeg()),
                Named.of("GIF", Pictures.gif()),
                Named.of("WebP", Pictures.webp()));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void ofAPictureThatIsAPageOrAnArchiveTooOnlyThePictureIsLeft(byte[] picture) throws IOException {
        Answer upload = upload("a.png", "image/png", concat(picture, SCRIPT));

        assertThat(upload).hasStatus(200);
        Answer served = client.get(upload.string("/data/avatarUrl")).send();
        assertThat(served.text()).doesNotContain("script", "PK\3\4");
        assertThat(served.header("Content-Type").orElseThrow()).matches("image/(png|jpeg|gif)");
        assertThat(served.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(served.header("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'; sandbox");
        assertThat(ImageIO.read(new ByteArrayInputStream(served.bytes()))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureWithLengthsThatLieIsTakenOrRefusedAndNothingWorse(byte[] picture) {
        for (int at = 0; at < Math.min(picture.length, 60); at++) {
            byte[] lying = picture.clone();
            lying[at] = (byte) 0xFF;

            assertThat(upload("a.png", "image/png", lying).status()).isIn(200, 400, 413);
        }
    }

    @Test
    void textThatUnpacksToManyMegabytesIsDropped() {
        byte[] bomb = zipped(new byte[MANY]);
        byte[] png = Pictures.png();

        Map.of("zTXt", "x\0\0", "iCCP", "x\0\0", "iTXt", "x\0\1\0\0\0").forEach((type, beginning) -> {
            byte[] chunk = chunk(type, concat(beginning.getBytes(StandardCharsets.US_ASCII), bomb));
            byte[] bombed = concat(Arrays.copyOf(png, 33), concat(chunk, Arrays.copyOfRange(png, 33, png.length)));

            Answer upload = upload("a.png", "image/png", bombed);

            assertThat(upload).hasStatus(200);
            assertThat(client.get(upload.string("/data/avatarUrl")).send().bytes())
                    .hasSizeLessThan(10_000);
        });
    }

    @Test
    void pixelsThatUnpackToManyMoreThanTheHeaderSaysAreNotUnpacked() throws IOException {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(10)
                .putInt(10)
                .put((byte) 8)
                .put((byte) 2)
                .array();
        byte[] bomb = concat(
                Arrays.copyOf(Pictures.png(), 8),
                concat(
                        chunk("IHDR", header),
                        concat(chunk("IDAT", zipped(new byte[MANY])), chunk("IEND", new byte[0]))));

        Answer upload = upload("a.png", "image/png", bomb);

        assertThat(upload).hasStatus(200);
        BufferedImage served = ImageIO.read(new ByteArrayInputStream(
                client.get(upload.string("/data/avatarUrl")).send().bytes()));
        assertThat(served.getWidth()).isEqualTo(10);
        assertThat(served.getHeight()).isEqualTo(10);
    }

    static Stream<Arguments> impostors() {
        return Stream.of(
                Arguments.of("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", SVG),
                Arguments.of(
                        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg>&x;</svg>",
                        SVG),
                Arguments.of("<html><script>alert(1)</script></html>", NO_PICTURE),
                Arguments.of("#!/bin/sh\nid\n", NO_PICTURE),
                Arguments.of("GIF89a/*<svg onload=alert(1)>*/=1;alert(1)", DAMAGED),
                Arguments.of(
                        "push graphic-context\nviewbox 0 0 1 1\nimage over 0,0 0,0 'https://127.0.0.1/x'\npop graphic-context",
                        NO_PICTURE));
    }

    @ParameterizedTest
    @MethodSource("impostors")
    void whatOnlyCallsItselfAPictureIsRefused(String content, String message) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);

        assertThat(upload("a.png", "image/png", bytes)).isFailure(400, message);
        assertThat(upload("a.svg", "image/svg+xml", bytes)).isFailure(400, NO_PICTURE);
    }

    @Test
    void aPictureOfAPhoneThatIsNoJpegIsCalledWhatItIs() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);

        Answer french = upload("IMG_0001.jpg", "image/jpeg", heic);
        Answer english = client.post("/api/users/me/avatar")
                .as(pia)
                .header("Accept-Language", "en")
                .multipart(Multipart.avatar("IMG_0001.jpg", "image/jpeg", heic))
                .send();

        assertThat(french)
                .isFailure(
                        400, "Ce fichier est au format HEIC ; seules les images JPEG, PNG, GIF et WebP sont acceptées");
        assertThat(english).isFailure(400, "This file is HEIC; only JPEG, PNG, GIF and WebP pictures are accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../x.png",
                "..\\..\\x.png",
                "/etc/x.png",
                "%2e%2e%2fx.png",
                "a.php.png",
                "a.png;x.html.png",
                "CON.png",
                "~root.png"
            })
    void theNameOfAFileDecidesNothing(String name) {
        Answer upload = upload(name, "image/png", Pictures.png());

        assertThat(upload).hasStatus(200);
        assertThat(upload.string("/data/avatarUrl"))
                .matches("/uploads/avatars/avatar-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.png");
    }

    @Test
    void aFormOfThousandsOfPartsIsRefused() {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            parts.append("--x\r\nContent-Disposition: form-data; name=\"f%d\"\r\n\r\nv\r\n".formatted(i));
        }

        assertThat(form(parts + "--x--\r\n")).isFailure(400, "Le formulaire a trop de champs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--x\r\nContent-Disposition: form-data; name=\"avatar\"; filename*=nope''%zz.png\r\n\r\nv\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"avatar\"; filename=\"=?nope?B?zz?=.png\"\r\n\r\nv\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"avatar\"; filename=\"a.png\0.html\"\r\n\r\nv\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data\r\n\r\nv\r\n--x--\r\n",
                "--x\r\n\r\nv\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"avatar\"",
                "--y--\r\n",
                ""
            })
    void aFormThatCannotBeReadIsTheClientsMistake(String body) {
        assertThat(form(body).status()).isEqualTo(400);
    }

    private Answer form(String body) {
        return client.post("/api/users/me/avatar")
                .as(pia)
                .body("multipart/form-data; boundary=x", BodyPublishers.ofString(body))
                .send();
    }

    private Answer upload(String name, String type, byte[] content) {
        return client.post("/api/users/me/avatar")
                .as(pia)
                .multipart(Multipart.avatar(name, type, content))
                .send();
    }

    private static byte[] zipped(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(zipped, new Deflater(Deflater.BEST_SPEED))) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return zipped.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] named = concat(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 sum = new CRC32();
        sum.update(named);
        return concat(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                concat(
                        named,
                        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array()));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
