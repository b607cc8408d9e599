package com.emlyon.connect.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest(name = "{0} is stored as {1}")
    @CsvSource(delimiterString = "->", quoteCharacter = '`', textBlock = """
            # Only lower case
            pia@emlyon.com                  -> pia@emlyon.com
            Pia.One+Bde@EMLyon.com          -> pia.one+bde@emlyon.com
            A.b+X@Example.org               -> a.b+x@example.org
            a-b@example.org                 -> a-b@example.org
            a_b!#$%&'*/=?^{|}~@example.org  -> a_b!#$%&'*/=?^{|}~@example.org
            a@xn--9ca.xn--fiqs8s            -> a@é.中国
            a@XN--9CA.fr                    -> a@é.fr
            a@É.fr                          -> a@é.fr
            ana@straße.de                   -> ana@straße.de
            ana@xn--strae-oqa.de            -> ana@straße.de
            ana@r3---x.googlevideo.com      -> ana@r3---x.googlevideo.com
            1@1.co                          -> 1@1.co
            a@b--c.co                       -> a@b--c.co
            # Quoted local parts
            "a b"@x.org                     -> "a b"@x.org
            "A@b..c,<>"@x.org               -> "a@b..c,<>"@x.org
            "a\\"b\\\\"@x.org               -> "a\\"b\\\\"@x.org
            "é x"@x.org                     -> "é x"@x.org
            ""@x.org                        -> ""@x.org
            "@x.org                         -> "@x.org
            # Beyond ASCII
            é@exemple.fr                    -> é@exemple.fr
            É@EXEMPLE.FR                    -> é@exemple.fr
            ana@ÉCOLE.FR                    -> ana@école.fr
            ΗΛΙΑΣ@ΠΑΡΆΔΕΙΓΜΑ.ΕΛ             -> ηλιας@παράδειγμα.ελ
            ana@例え.テスト                  -> ana@例え.テスト
            ana@😀.fr                       -> ana@😀.fr
            İda@exemple.fr                  -> i̇da@exemple.fr
            # Gmail
            John.Doe.1+tag@GMail.com        -> johndoe1@gmail.com
            j.o.h.n@googlemail.com          -> john@gmail.com
            john+a+b@gmail.com              -> john@gmail.com
            john.+a.b@gmail.com             -> john@gmail.com
            "a..b.c"@gmail.com              -> "a..bc"@gmail.com
            a.b+x@mail.gmail.com            -> a.b+x@mail.gmail.com
            # Outlook
            a.b+x@outlook.com               -> a.b@outlook.com
            a.b+x+y@Hotmail.CO.UK           -> a.b@hotmail.co.uk
            a.b+x@hotmail.fr                -> a.b@hotmail.fr
            a.b+x@hotmail.com.mx            -> a.b@hotmail.com.mx
            a.b+x@outlook.fr                -> a.b@outlook.fr
            a.b+x@outlook.com.vn            -> a.b@outlook.com.vn
            a.b+x@live.eu                   -> a.b@live.eu
            a.b+x@msn.com                   -> a.b@msn.com
            a.b+x@passport.com              -> a.b@passport.com
            a-b@outlook.com                 -> a-b@outlook.com
            a.b+x@outlook.ca                -> a.b+x@outlook.ca
            a.b+x@outlook.co.uk             -> a.b+x@outlook.co.uk
            a.b+x@outlook.com.mx            -> a.b+x@outlook.com.mx
            a.b+x@hotmail.nl                -> a.b+x@hotmail.nl
            # Yahoo
            a.b-x@yahoo.com                 -> a.b@yahoo.com
            a-b-x@yahoo.fr                  -> a-b@yahoo.fr
            a+b@ymail.com                   -> a+b@ymail.com
            A-x@RocketMail.com              -> a@rocketmail.com
            a-x@yahoo.es                    -> a-x@yahoo.es
            # iCloud
            a.b+x@icloud.com                -> a.b@icloud.com
            a.b+x@me.com                    -> a.b@me.com
            a.b+x@mac.com                   -> a.b+x@mac.com
            # Yandex
            A.b+x-y@ya.ru                   -> a.b+x-y@yandex.ru
            a@yandex.com                    -> a@yandex.ru
            a@yandex.kz                     -> a@yandex.ru
            a@yandex.com.tr                 -> a@yandex.com.tr
            """)
    void anAddressIsNormalised(String raw, String normalised) {
        assertThat(EmailAddress.parse(raw)).contains(new EmailAddress(normalised));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "->", quoteCharacter = '`', textBlock = """
            ``                      -> nothing
            ` `                     -> a blank
            @                       -> neither local part nor domain
            pia                     -> no domain
            emlyon.com              -> no @
            @emlyon.com             -> no local part
            pia@                    -> empty domain
            ` pia@emlyon.com`       -> a blank before
            `pia@emlyon.com `       -> a blank behind
            pi a@emlyon.com         -> a blank inside
            pia@em lyon.com         -> a blank in the domain
            a@b                     -> no top-level domain
            a@localhost             -> no top-level domain
            a@[127.0.0.1]           -> an IP address
            a@127.0.0.1             -> an IP address
            a@b.c                   -> a top-level domain of one letter
            a@b.12                  -> a numeric top-level domain
            a@b.c1                  -> a digit in the top-level domain
            a@b.c-d                 -> a hyphen in the top-level domain
            a@b.©©                  -> a sign in the top-level domain
            a@b.xn-                 -> an encoded top-level domain that says nothing
            a@b..co                 -> an empty label
            a@.co                   -> an empty label
            a@b.co.                 -> a dot behind
            a@-b.co                 -> a hyphen in front of a label
            a@b-.co                 -> a hyphen behind a label
            a@b_c.co                -> an underscore in the domain
            a@b!c.co                -> a sign in the domain
            a@ｅxemple.fr           -> a full-width character in the domain
            a@exemple.ｆｒ           -> a full-width top-level domain
            a..b@x.org              -> two dots
            .a@x.org                -> a dot in front
            a.@x.org                -> a dot behind the local part
            a@b@x.org               -> two @
            a"b@x.org               -> a quote inside
            "a"b@x.org              -> text behind the quoted text
            "a"b"@x.org             -> a bare quote in quoted text
            "a\\"@x.org             -> a quoted text that does not end
            a\\b@x.org              -> a backslash
            a(b)@x.org              -> a comment
            a,b@x.org               -> a comma
            Ana <a@b.co>            -> a display name
            <a@b.co>                -> angle brackets
            mailto:a@b.co           -> a scheme
            😀@x.org                -> a character beyond the Basic Multilingual Plane
            +tag@gmail.com          -> nothing before the tag
            .+tag@gmail.com         -> nothing before the tag
            +tag@outlook.com        -> nothing before the tag
            +tag@icloud.com         -> nothing before the tag
            -tag@yahoo.com          -> nothing before the tag
            """)
    void anythingElseIsNoAddress(String raw, String why) {
        assertThat(EmailAddress.parse(raw)).as(why).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void whatCannotBeStoredOrSeenIsNoAddress(String raw, String why) {
        assertThat(EmailAddress.parse(raw)).as(why).isEmpty();
    }

    static Stream<Arguments> whatCannotBeStoredOrSeenIsNoAddress() {
        return Stream.of(
                Arguments.of("a\0@x.org", "NUL"),
                Arguments.of("\"a\0\"@x.org", "NUL in quoted text"),
                Arguments.of("\"a\tb\"@x.org", "tab in quoted text"),
                Arguments.of("\"a\nb\"@x.org", "line feed in quoted text"),
                Arguments.of("\"a\\\u0001b\"@x.org", "escaped control character in quoted text"),
                Arguments.of("\"a\u007F\"@x.org", "DEL in quoted text"),
                Arguments.of("\"a\u0085\"@x.org", "C1 control character in quoted text"),
                Arguments.of("a@x\0.org", "NUL in the domain"),
                Arguments.of("a@x.org\n", "line feed behind"),
                Arguments.of("a\uD83D@x.org", "lone high surrogate"),
                Arguments.of("\"a\uDE00\"@x.org", "lone low surrogate in quoted text"),
                Arguments.of("a@x\uD83D.org", "lone high surrogate in the domain"),
                Arguments.of("a@\uDE00\uD83Dx.org", "surrogates in the wrong order"),
                Arguments.of("a@x.\uE000\uE000", "private use in the top-level domain"),
                Arguments.of("a\uE000@x.org", "private use in the local part"),
                Arguments.of("\u00A0a@x.org", "no-break space before"),
                Arguments.of("a@x.org\u00A0", "no-break space behind"),
                Arguments.of("\u3000a@x.org", "ideographic space before"),
                Arguments.of("a@x.org\u3000", "ideographic space behind"),
                Arguments.of("\uFEFFa@x.org", "byte order mark before"),
                Arguments.of("a@x.org\u2003", "em space behind"));
    }

    @Test
    void anAddressIsComposed() {
        assertThat(EmailAddress.parse("Ame\u0301lie@e\u0301cole.fr"))
                .contains(new EmailAddress("am\u00e9lie@\u00e9cole.fr"));
        assertThat(EmailAddress.parse("a@xn--ecole-6ed.fr"))
                .as("encoded, but not composed")
                .isEmpty();
        assertThat(EmailAddress.parse("ana@نامه\u200Cای.ir")).contains(new EmailAddress("ana@نامه\u200Cای.ir"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pi\u00ADa@x.org",
                "pia\u200B@x.org",
                "\u3164@x.org",
                "p\u200Dia@x.org",
                "pia\uFE0F@x.org",
                "\u202Epia@x.org",
                "pi\u2060a@x.org",
                "pi\u2800a@x.org",
                "pia\u3000x@x.org",
                "\"a\u00A0b\"@x.org",
                "\"a\u200Bb\"@x.org",
                "pia@x\u00AD.org",
                "pia@x\u200B.org",
                "pia@x\u200D.org",
                "pia@x.o\u2060rg",
                "pia@\u3164.org",
                "pia@x\uFE0F.org",
                "pia@xn--a.org",
                "pia@xn--zzzzzzzzz.org",
                "pia@x.xn--a",
                "pia@℀x.org"
            })
    void whatIsInvisibleOrNoDomainNameIsNoAddressAnyMore(String raw) {
        assertThat(EmailAddress.parse(raw)).isEmpty();
        assertThat(EmailSpellings.typed(raw))
                .as("but may be that of an account")
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amélie@École.fr",
                "Ame\u0301lie@E\u0301cole.fr",
                "amélie@xn--cole-9oa.fr",
                "ame\u0301lie@xn--cole-9oa.fr"
            })
    void theFormsInWhichAccountsMayHaveAnAddressAreFoundFromEachOfThem(String raw) {
        EmailSpellings spellings = EmailSpellings.typed(raw).orElseThrow();

        assertThat(spellings.present()).isEqualTo(new EmailAddress("am\u00e9lie@\u00e9cole.fr"));
        assertThat(spellings.all())
                .startsWith(EmailAddress.parseAsBefore(raw).orElseThrow())
                .containsExactlyInAnyOrder(
                        new EmailAddress("am\u00e9lie@\u00e9cole.fr"),
                        new EmailAddress("am\u00e9lie@e\u0301cole.fr"),
                        new EmailAddress("am\u00e9lie@xn--cole-9oa.fr"),
                        new EmailAddress("ame\u0301lie@\u00e9cole.fr"),
                        new EmailAddress("ame\u0301lie@e\u0301cole.fr"),
                        new EmailAddress("ame\u0301lie@xn--cole-9oa.fr"));
    }

    @Test
    void mostAddressesHaveOneForm() {
        assertThat(EmailSpellings.typed("Pia.One+x@GMail.com").orElseThrow().all())
                .containsExactly(new EmailAddress("piaone@gmail.com"));
        assertThat(EmailSpellings.typed("a@b")).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void anAddressOfTheGreatestLengthIsAccepted(String raw, String why) {
        assertThat(EmailAddress.parse(raw)).as(why).contains(new EmailAddress(raw));
    }

    static Stream<Arguments> anAddressOfTheGreatestLengthIsAccepted() {
        return Stream.of(
                Arguments.of("a".repeat(64) + "@x.org", "local part of 64 characters"),
                Arguments.of("é".repeat(32) + "@x.org", "local part of 64 bytes"),
                Arguments.of("\"" + "a".repeat(62) + "\"@x.org", "quoted local part of 64 bytes"),
                Arguments.of("a@" + "b".repeat(63) + ".org", "label of 63 characters"),
                Arguments.of("a@" + "b".repeat(63) + "." + "c".repeat(63), "top-level domain of 63 characters"),
                Arguments.of("a@" + domainOf(252), "254 characters"),
                Arguments.of("a@" + "é".repeat(63) + "." + "é".repeat(60) + ".orgs", "domain of 252 bytes"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void aLongerAddressIsRefused(String raw, String why) {
        assertThat(EmailAddress.parse(raw)).as(why).isEmpty();
    }

    static Stream<Arguments> aLongerAddressIsRefused() {
        return Stream.of(
                Arguments.of("a".repeat(65) + "@x.org", "local part of 65 characters"),
                Arguments.of("é".repeat(32) + "a@x.org", "local part of 65 bytes"),
                Arguments.of("\"" + "a".repeat(63) + "\"@x.org", "quoted local part of 65 bytes"),
                Arguments.of("a".repeat(65) + "+x@gmail.com", "tag of a too long local part"),
                Arguments.of("a@" + "b".repeat(64) + ".org", "label of 64 characters"),
                Arguments.of("a@" + "😀".repeat(32) + ".org", "label of 64 UTF-16 units"),
                Arguments.of("a@" + domainOf(253), "255 characters"),
                Arguments.of("a@" + "é".repeat(63) + "." + "é".repeat(61) + ".orgsa", "domain of 255 bytes"),
                Arguments.of("a@" + "b.".repeat(100_000) + "org", "a megabyte of labels"));
    }

    @Test
    void theLanguageOfTheMachinePlaysNoPart() {
        // given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            // when
            Optional<EmailAddress> address = EmailAddress.parse("PIA@GMAIL.COM");

            // then
            assertThat(address).contains(new EmailAddress("pia@gmail.com"));
        } finally {
            Locale.setDefault(before);
        }
    }

    /** A domain of as many characters, in labels of at most 63. */
    private static String domainOf(int characters) {
        return ("b".repeat(49) + ".").repeat(5).substring(0, 250) + "c".repeat(characters - 250);
    }
}
