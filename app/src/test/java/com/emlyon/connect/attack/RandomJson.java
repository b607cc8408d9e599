package com.emlyon.connect.attack;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Bodies that a route nearly takes, and bodies that nobody does. */
final class RandomJson {

    private static final Map<String, String> HONEST = Map.ofEntries(
            Map.entry("email", "\"fuzz@emlyon.com\""),
            Map.entry("password", "\"a wrong one\""),
            Map.entry("currentPassword", "\"a wrong one\""),
            Map.entry("newPassword", "\"autremotdepasse\""),
            Map.entry("name", "\"Pia Fuzz\""),
            Map.entry("promotion", "\"EMI\""),
            Map.entry("avatarUrl", "\"https://example.org/a.png\""),
            Map.entry("locationName", "\"Bar du Port\""),
            Map.entry("latitude", "45.76"),
            Map.entry("longitude", "4.83"),
            Map.entry("statusEmoji", "\"🍻\""),
            Map.entry("title", "\"Gala\""),
            Map.entry("description", "\"Au parc\""),
            Map.entry("date", "\"2031-05-01T18:30:00.000Z\""));

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "90",
            "-180.0",
            "180.00000001",
            "1e309",
            "-1e999999999",
            "1e-999999999",
            "1E+2147483648",
            "0.1e1",
            "9007199254740993",
            "123456789012345678901234567890",
            "9".repeat(1_200),
            "4.9E-324",
            "01",
            "+1",
            "1.",
            ".5",
            "0x1",
            "NaN");

    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "false",
            "[]",
            "{}",
            "[null]",
            "[[[[[[]]]]]]",
            "{\"set\":\"x\"}",
            "{\"$ne\":null}",
            "[\"a\",\"b\"]",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\x\"",
            "'a'",
            "undefined",
            "",
            "\"",
            "{\"a\":{\"a\":{\"a\":{}}}}");

    private RandomJson() {}

    /** A body for a route that reads these fields. */
    static String body(Dice dice, List<String> fields) {
        return switch (dice.below(24)) {
            case 0 -> value(dice);
            case 1 -> "[".repeat(dice.below(3_000)) + value(dice);
            case 2 -> "{\"a\":".repeat(dice.below(3_000)) + value(dice);
            case 3 -> object(dice, fields).substring(dice.below(2));
            case 4 -> object(dice, fields) + object(dice, fields);
            case 5 -> "\uFEFF" + object(dice, fields);
            case 6 -> RandomTexts.text(dice);
            case 7 ->
                object(dice, List.of("filler")).replace("}", ",\"x\":\"" + "x".repeat(dice.below(110_000)) + "\"}");
            default -> object(dice, fields);
        };
    }

    private static String object(Dice dice, List<String> fields) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        for (String field : fields) {
            if (!dice.oneIn(8)) {
                String honest = HONEST.getOrDefault(field, "\"x\"");
                members.add("\"%s\":%s".formatted(field, dice.oneIn(3) ? value(dice) : honest));
            }
        }
        if (dice.oneIn(4)) {
            members.add(quoted(RandomTexts.text(dice)) + ":" + value(dice));
        }
        return members.toString();
    }

    private static String value(Dice dice) {
        return switch (dice.below(3)) {
            case 0 -> dice.pick(NUMBERS);
            case 1 -> dice.pick(OTHERS);
            default -> quoted(RandomTexts.text(dice));
        };
    }

    /** In escapes, so that halves of pairs and control characters arrive. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character < ' ' || character == '"' || character == '\\' || Character.isSurrogate(character)) {
                quoted.append("\\u%04x".formatted((int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
