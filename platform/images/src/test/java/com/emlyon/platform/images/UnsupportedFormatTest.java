package com.emlyon.platform.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.format.UnsupportedFormat;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal says what the file is, whatever its name says. */
class UnsupportedFormatTest {

    private final PictureProcessor processor = new PictureProcessor(Pictures.LIMITS);

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", UnsupportedFormat.HEIC),
                Arguments.of("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", UnsupportedFormat.HEIC),
                Arguments.of("\0\0\0\u0018ftyphevc\0\0\0\0", UnsupportedFormat.HEIC),
                Arguments.of("\0\0\0\u001Cftypavif\0\0\0\0avifmif1", UnsupportedFormat.AVIF),
                Arguments.of("\0\0\0\u001Cftypavis\0\0\0\0", UnsupportedFormat.AVIF),
                Arguments.of("\0\0\0\fJXL \r\n\u0087\n", UnsupportedFormat.JPEG_XL),
                Arguments.of("\u00FF\n\u00FA\u0010", UnsupportedFormat.JPEG_XL),
                Arguments.of("\0\0\0\fjP  \r\n\u0087\n", UnsupportedFormat.JPEG_2000),
                Arguments.of("\u00FFO\u00FFQ\0/", UnsupportedFormat.JPEG_2000),
                Arguments.of("BM(\4\0\0\0\0\0\0(\0\0\0", UnsupportedFormat.BMP),
                Arguments.of("II*\0\b\0\0\0", UnsupportedFormat.TIFF),
                Arguments.of("MM\0*\0\0\0\b", UnsupportedFormat.TIFF),
                Arguments.of("\0\0\1\0\1\0\u0010\u0010", UnsupportedFormat.ICO),
                Arguments.of("8BPS\0\1", UnsupportedFormat.PSD),
                Arguments.of("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", UnsupportedFormat.SVG),
                Arguments.of("\u00EF\u00BB\u00BF<?xml version=\"1.0\"?>\n<!-- a <b> -->\n<svg>", UnsupportedFormat.SVG),
                Arguments.of("%PDF-1.7\n", UnsupportedFormat.PDF),
                Arguments.of("\0\0\0%PDF-1.4", UnsupportedFormat.PDF),
                Arguments.of("\0\0\0\u0018ftypmp42\0\0\0\0", UnsupportedFormat.VIDEO),
                Arguments.of("\0\0\0\u0014ftypqt  \0\0\0\0", UnsupportedFormat.VIDEO),
                Arguments.of("\u001AE\u00DF\u00A3\u0001", UnsupportedFormat.VIDEO),
                Arguments.of("RIFF\0\0\0\0AVI LIST", UnsupportedFormat.VIDEO));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOfAKnownFormatIsCalledByItsName(String start, UnsupportedFormat format) {
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
                NotAPicture.class, () -> processor.process(start.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
