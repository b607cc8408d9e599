package com.emlyon.connect.app.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal says what the file is, whatever its name says. */
class ForeignFormatTest {

    private final AvatarStudio studio = new AvatarStudio(Pictures.LIMITS);

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", ForeignFormat.HEIC),
                Arguments.of("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", ForeignFormat.HEIC),
                Arguments.of("\0\0\0\u0018ftyphevc\0\0\0\0", ForeignFormat.HEIC),
                Arguments.of("\0\0\0\u001Cftypavif\0\0\0\0avifmif1", ForeignFormat.AVIF),
                Arguments.of("\0\0\0\u001Cftypavis\0\0\0\0", ForeignFormat.AVIF),
                Arguments.of("\0\0\0\fJXL \r\n\u0087\n", ForeignFormat.JPEG_XL),
                Arguments.of("\u00FF\n\u00FA\u0010", ForeignFormat.JPEG_XL),
                Arguments.of("\0\0\0\fjP  \r\n\u0087\n", ForeignFormat.JPEG_2000),
                Arguments.of("\u00FFO\u00FFQ\0/", ForeignFormat.JPEG_2000),
                Arguments.of("BM(\4\0\0\0\0\0\0(\0\0\0", ForeignFormat.BMP),
                Arguments.of("II*\0\b\0\0\0", ForeignFormat.TIFF),
                Arguments.of("MM\0*\0\0\0\b", ForeignFormat.TIFF),
                Arguments.of("\0\0\1\0\1\0\u0010\u0010", ForeignFormat.ICO),
                Arguments.of("8BPS\0\1", ForeignFormat.PSD),
                Arguments.of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", ForeignFormat.SVG),
                Arguments.of("\u00EF\u00BB\u00BF<?xml version=\"1.0\"?>\n<!-- a <b> -->\n<svg>", ForeignFormat.SVG),
                Arguments.of("%PDF-1.7\n", ForeignFormat.PDF),
                Arguments.of("\0\0\0%PDF-1.4", ForeignFormat.PDF),
                Arguments.of("\0\0\0\u0018ftypmp42\0\0\0\0", ForeignFormat.VIDEO),
                Arguments.of("\0\0\0\u0014ftypqt  \0\0\0\0", ForeignFormat.VIDEO),
                Arguments.of("\u001AE\u00DF\u00A3\u0001", ForeignFormat.VIDEO),
                Arguments.of("RIFF\0\0\0\0AVI LIST", ForeignFormat.VIDEO));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOfAKnownFormatIsCalledByItsName(String start, ForeignFormat format) {
        NotAPicture refusal = refusalOf(start);

        assertThat(refusal.reason()).isEqualTo(NotAPicture.Reason.UNKNOWN_FORMAT);
        assertThat(refusal.format()).contains(format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html><svg></svg></html>", "BMW is a brand", "no picture", "ftyp", "\0\0\1\0", "RIFF", "<"})
    void otherFilesHaveNoName(String start) {
        NotAPicture refusal = refusalOf(start);

        assertThat(refusal.reason()).isEqualTo(NotAPicture.Reason.UNKNOWN_FORMAT);
        assertThat(refusal.format()).isEmpty();
    }

    @Test
    void aLongTextIsLookedAtQuickly() {
        assertThat(refusalOf("<?".repeat(2_500_000)).format()).isEmpty();
        assertThat(refusalOf("<!--".repeat(1_000_000)).format()).isEmpty();
    }

    private NotAPicture refusalOf(String start) {
        return catchThrowableOfType(
                NotAPicture.class, () -> studio.develop(start.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
