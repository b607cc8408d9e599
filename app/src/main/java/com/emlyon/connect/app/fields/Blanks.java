package com.emlyon.connect.app.fields;

/** Blanks as JavaScript knows them, which are more than Java's: no-break spaces and the byte order mark, too. */
final class Blanks {

    private Blanks() {}

    /** The text without the blanks around it. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF';
    }
}
