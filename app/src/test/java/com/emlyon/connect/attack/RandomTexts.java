package com.emlyon.connect.attack;

import java.util.List;

/** Texts of which each has been somebody's downfall, and pieces of them. */
final class RandomTexts {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u00A0",
            "\uFEFF",
            "null",
            "undefined",
            "NaN",
            "true",
            "0",
            "-1",
            "1e309",
            "0x10",
            "007",
            "[]",
            "{}",
            "me",
            "current",
            "user",
            "admin",
            "..",
            ".",
            "*",
            "%",
            "%%",
            "~",
            "'",
            "\"",
            "\\",
            "\\u0000",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uDC00\uD800",
            "\uD83C\uDF7B",
            "e\u0301\u0302\u0303\u0304",
            "\u202Eevil",
            "\u2028\u2029",
            "\u0085\u009B",
            "\uFFFF\uFFFE",
            "\uFDD0",
            "İıſK",
            "ﷺ".repeat(50),
            "👩‍👩‍👧‍👦",
            "a".repeat(101),
            "é".repeat(201),
            "x".repeat(5_001),
            "' OR '1'='1",
            "'; DROP TABLE fact; --",
            "\" OR \"\"=\"",
            "1) UNION ALL VALUES (1",
            "$$",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "${jndi:ldap://127.0.0.1:1/x}",
            "<script>alert(1)</script>",
            "<!--",
            "]]>",
            "javascript:alert(1)",
            "data:text/html,x",
            "http://",
            "https://example.org/a.png",
            "http://[",
            "//evil.example",
            "file:///etc/passwd",
            "../../etc/passwd",
            "..\\..\\x",
            "/uploads/../x",
            "C:\\x",
            "a@b.co",
            "A.B+c@GMail.com",
            "a@b@c.co",
            "\"a b\"@x.org",
            "@",
            "a@",
            "é@exemple.fr",
            "00000000-0000-4000-8000-000000000000",
            "presence-x",
            "email-x",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "2031-05-01",
            "2031-02-31",
            "0000-01-01",
            "9999-12-31T23:59:59-18:00",
            "2031-05-01T10:00",
            "+999999999-12-31T23:59:59Z",
            "T",
            "Z",
            "2031",
            "%s%n%x",
            "\r\nX: y",
            "\t",
            "\u001B[31m",
            "(".repeat(500),
            "a+".repeat(300));

    private RandomTexts() {}

    /** One of them, or one beside another, or random characters. */
    static String text(Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> dice.pick(TEXTS) + dice.pick(TEXTS);
            case 1 -> characters(dice);
            default -> dice.pick(TEXTS);
        };
    }

    private static String characters(Dice dice) {
        StringBuilder text = new StringBuilder();
        for (int i = dice.below(30); i > 0; i--) {
            text.append((char) dice.below(dice.oneIn(3) ? 0x10000 : 0x80));
        }
        return text.toString();
    }
}
