package com.emlyon.connect.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.text.InvisibleCharacters;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    private static final int TEXTS = 50_000;
    private static final long SEED = 20_261_129;

    /** Of each kind of which texts are made, and what stands where it belongs and where it does not. */
    private static final String[] PIECES = {
        "Pia",
        " ",
        "\n",
        "1",
        "#",
        "❤",
        "🍻",
        "👩",
        "🚀",
        "🏽",
        "🏴",
        "⃣",
        "سلام",
        "د",
        "م",
        "שלום",
        "न",
        "्",
        "ද",
        "ක",
        "葛",
        "ᠠ",
        "ម",
        "é",
        "\u200B",
        "\u200C",
        "\u200D",
        "\u200E",
        "\u200F",
        "\u202A",
        "\u202B",
        "\u202C",
        "\u202D",
        "\u202E",
        "\u2060",
        "\u2066",
        "\u2067",
        "\u2068",
        "\u2069",
        "\uFE0F",
        "\uFE0E",
        "\uFE00",
        "\u3164",
        "\u2800",
        "\u00AD",
        "\u061C",
        "\u180E",
        "\u0001",
        "\u001C",
        "\uFEFF",
        "\u00A0",
        "\uFFFE",
        "\uFFF9",
        "\u0301",
        "\uDB40\uDC67",
        "\uDB40\uDC62",
        "\uDB40\uDC65",
        "\uDB40\uDC7F",
        "\uDB40\uDD00"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pia One",
                "",
                "Pia  One\nand\tTom\r\nand Léa",
                "<b>x</b>&\"'\\",
                "José",
                "Jose\u0301",
                "🎵",
                "❤️",
                "❤",
                "❤️‍🔥",
                "👩🏽‍🚀",
                "👨‍👩‍👧‍👦",
                "🏳️‍🌈 🏴‍☠️",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
                "1️⃣ #️⃣",
                "🇫🇷",
                "☎︎ ou ☎️",
                "می‌خواهم",
                "کتاب‌ها",
                "ه‍. ش",
                "क्‍ष",
                "क्‌ष",
                "ශ්‍රී ලංකා",
                "অবন্‍",
                "র‍্যাব",
                "ន‌ី",
                "葛\uDB40\uDD00城",
                "ᠬᠠᠭ\u180Eᠠ",
                "שלום \u2067Pia\u2069 123",
                "محمد\u200E (Pia)",
                "⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙",
                "a\u00A0b",
                "𝒫ia",
                "Zo\u0308\u0323e"
            })
    void whatHasAMeaningComesBackAsSent(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource
    void whatNobodySeesGoes(String sent, String seen) {
        assertThat(VisibleText.of(sent)).isEqualTo(seen);
    }

    static Stream<Arguments> whatNobodySeesGoes() {
        return Stream.of(
                Arguments.of("Pia\u200B", "Pia"),
                Arguments.of("\u200BPia\u2060", "Pia"),
                Arguments.of("P\u200Bi\u00ADa", "Pia"),
                Arguments.of("P\u200Di\u200Ca\u200D", "Pia"),
                Arguments.of("P\u034Fi\u180Ea\u115F\u1160\u17B4\u17B5\uFFA0\u3164\u206A\uFE00\uFE0F", "Pia"),
                Arguments.of("\u2800\u3164 Pia\u2800 \u00AD", "Pia"),
                Arguments.of("\u001CPia\u001F", "Pia"),
                Arguments.of("P\u0001i\u0085\u007Fa\u009B", "Pia"),
                Arguments.of("Pia\uFFFE\uFDD0\uFFF9", "Pia"),
                Arguments.of(" \u00A0\u1680\u2003\u2028\u2029\u202F\u205F\u3000\uFEFF\u000B\fPia\r\n", "Pia"),
                Arguments.of("Pia\uDB40\uDC68\uDB40\uDC69", "Pia"),
                Arguments.of("🍻\uDB40\uDC68\uDB40\uDC69\uDB40\uDC70\uDB40\uDC7F", "🍻"),
                Arguments.of("🏴\uDB40\uDC68\uDB40\uDC69", "🏴"),
                Arguments.of(
                        "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC67\uDB40\uDC67\uDB40\uDC7F",
                        "🏴"),
                Arguments.of("❤️️", "❤️"),
                Arguments.of("Pia 1\uFE0F", "Pia 1"),
                Arguments.of("🍻\u200D", "🍻"),
                Arguments.of("🍻\u200D Pia", "🍻 Pia"),
                Arguments.of("می\u200C\u200Cخواهم\u200C", "می‌خواهم"),
                Arguments.of("سل\u200Dام", "سلام"),
                Arguments.of("\u202Eaip", "aip"),
                Arguments.of("\u202Eaip\u202C", "aip"),
                Arguments.of("Pia\u2066\u202A", "Pia"),
                Arguments.of("\u2068Pia\u2069", "Pia"),
                Arguments.of("P\u200Ei\u200Fa\u061C", "Pia"),
                Arguments.of("\u2067שלום\u2069", "שלום"),
                Arguments.of("\u200Fשלום\u200F", "שלום"),
                Arguments.of("שלום \u2067Pia", "שלום Pia"),
                Arguments.of("שלום \u2069\u202CPia", "שלום Pia"),
                Arguments.of("שלום \u2067Pia\nTom\u2069", "שלום Pia\nTom"),
                Arguments.of("שלום \u2067Pia \u202BTom\u2069 Léa\u202C", "שלום \u2067Pia Tom\u2069 Léa"),
                Arguments.of("שלום\u2067\u2069", "שלום"),
                Arguments.of("שלום \u202Eaip\u202C.", "שלום aip."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "\u3164",
                "\u2800",
                "\u00AD",
                "\u2060",
                "\u115F\u1160",
                "\uFFA0",
                "\u034F",
                "\u061C",
                "\u180E",
                "\u202E",
                "\u2066\u2069",
                "\uFE0F",
                "\u200D\u200C",
                "\u0001\u0002",
                "\u001C\u001D\u001E\u001F",
                "\u0085",
                "\u007F",
                "\uFEFF",
                " \t\n",
                "\uFFFE",
                "\uFFF9\uFFFB",
                "\uDB40\uDC41",
                "\uDB40\uDD00",
                "\uD834\uDD59",
                "\uD834\uDD73",
                "\uD81B\uDFE4",
                "\u2028",
                "\u00A0 \u200B \u2800",
                "\u2064"
            })
    void aTextOfWhichNothingIsSeenIsEmpty(String text) {
        assertThat(VisibleText.of(text)).isEmpty();
    }

    /** Those of ECMA-262, no more: Java counts the separators U+001C to U+001F, and Unicode U+0085. */
    @Test
    void blanksAreThoseOfJavaScript() {
        String blanks =
                "\t\n\u000B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028"
                        + "\u2029\u202F\u205F\u3000\uFEFF";

        assertThat(Blanks.trim(blanks + "x" + blanks)).isEqualTo("x");
        String others = "\u001C\u001D\u001E\u001F\u0085\u180E\u200B";
        assertThat(Blanks.trim(others)).isEqualTo(others);
    }

    @Test
    void whatIsSeenOfWhatIsSeenIsTheSameAndNothingVisibleIsLost() {
        Random random = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            String text = Stream.generate(() -> PIECES[random.nextInt(PIECES.length)])
                    .limit(random.nextInt(9))
                    .collect(Collectors.joining());

            String seen = VisibleText.of(text);

            assertThat(VisibleText.of(seen)).as(text).isEqualTo(seen);
            assertThat(onlyVisible(seen)).as(text).isEqualTo(onlyVisible(text));
        }
    }

    private static String onlyVisible(String text) {
        return InvisibleCharacters.SET.stripFrom(text, true);
    }
}
