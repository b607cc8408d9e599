package com.emlyon.platform.images.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Known formats that are not accepted although their files are or look like pictures, so that a refusal can name the
 * format. They are detected by the first bytes of the file.
 */
public enum UnsupportedFormat {
    /** The format of iPhone photographs, often in files whose name ends with {@code .jpg}. */
    HEIC("HEIC") {
        @Override
        boolean begins(String start) {
            return HEIF_BRANDS.contains(brand(start));
        }
    },
    /** Pictures compressed as AV1. */
    AVIF("AVIF") {
        @Override
        boolean begins(String start) {
            return Set.of("avif", "avis").contains(brand(start));
        }
    },
    /** JPEG XL, bare or in a container. */
    JPEG_XL("JPEG XL") {
        @Override
        boolean begins(String start) {
            return start.startsWith("\u00FF\n") || start.startsWith("\0\0\0\fJXL ");
        }
    },
    /** JPEG 2000, bare or in a container. */
    JPEG_2000("JPEG 2000") {
        @Override
        boolean begins(String start) {
            return start.startsWith("\0\0\0\fjP  ") || start.startsWith("\u00FFO\u00FFQ");
        }
    },
    /** Windows bitmaps, whose four reserved bytes from offset 6 on are zero. */
    BMP("BMP") {
        @Override
        boolean begins(String start) {
            return start.startsWith("BM") && start.startsWith("\0\0\0\0", 6);
        }
    },
    /** TIFF, and the raw formats of cameras that are made of it. */
    TIFF("TIFF") {
        @Override
        boolean begins(String start) {
            return start.startsWith("II*\0") || start.startsWith("MM\0*") || start.startsWith("II+\0");
        }
    },
    /** Icons of Windows. */
    ICO("ICO") {
        @Override
        boolean begins(String start) {
            return start.startsWith("\0\0\1\0") && start.length() > 4 && start.charAt(4) != 0;
        }
    },
    /** Documents of Photoshop. */
    PSD("PSD") {
        @Override
        boolean begins(String start) {
            return start.startsWith("8BPS");
        }
    },
    /** Drawings as XML, which may hold scripts. */
    SVG("SVG") {
        @Override
        boolean begins(String start) {
            return SVG_ELEMENT.matcher(start).find();
        }
    },
    /** PDF documents, including those that begin with a few other bytes. */
    PDF("PDF") {
        @Override
        boolean begins(String start) {
            return start.contains("%PDF-");
        }
    },
    /** Videos: MP4, QuickTime and related formats, WebM and Matroska, AVI. */
    VIDEO("MP4, MOV, WebM, AVI") {
        @Override
        boolean begins(String start) {
            return !brand(start).isEmpty()
                    || start.startsWith("\u001AE\u00DF\u00A3")
                    || (start.startsWith("RIFF") && start.startsWith("AVI ", 8));
        }
    };

    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");

    /** Matches SVG as the first element, after declarations and comments; not SVG inside of an HTML page. */
    private static final Pattern SVG_ELEMENT = Pattern.compile(
            "\\A(?:\u00EF\u00BB\u00BF)?(?:\\s|<\\?[^>]*>|<!--.*?-->|<!DOCTYPE[^\\[>]*(?:\\[[^\\]]*\\])?\\s*>)*+<svg[\\s>/]",
            Pattern.DOTALL);

    private static final int LONGEST_START = 1024;

    private final String title;

    UnsupportedFormat(String title) {
        this.title = title;
    }

    /** The name by which people know the format. */
    public String title() {
        return title;
    }

    abstract boolean begins(String start);

    /** Returns the format of a file; empty when it is none of these. */
    static Optional<UnsupportedFormat> of(byte[] input) {
        String start = new String(input, 0, Math.min(input.length, LONGEST_START), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(format -> format.begins(start)).findFirst();
    }

    /** The brand of a file of the ISO base media family (ISO/IEC 14496-12); empty for other files. */
    private static String brand(String start) {
        return start.length() >= 12 && start.startsWith("ftyp", 4) ? start.substring(8, 12) : "";
    }
}
