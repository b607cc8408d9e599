package com.emlyon.connect.app.text;

import com.emlyon.connect.api.text.InvisibleCharacters;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * Removes controls of direction (UAX 9) that a text does not need. In a text with letters that run from right to left,
 * it keeps marks, and embeddings and isolates that end in the paragraph in which they begin; in other texts controls
 * change nothing and are removed. Overrides are always removed, because they show a text in another order than the one
 * in which it is compared. A control without an end would also change the direction of the text beside it.
 */
final class Directions {

    static final UnicodeSet SET = new UnicodeSet("[:Bidi_Control:]").freeze();
    static final UnicodeSet MARKS = new UnicodeSet("[\\u061C\\u200E\\u200F]").freeze();

    private static final UnicodeSet EMBEDDINGS = new UnicodeSet("[\\u202A\\u202B]").freeze();
    private static final UnicodeSet OVERRIDES = new UnicodeSet("[\\u202D\\u202E]").freeze();
    private static final UnicodeSet ISOLATES = new UnicodeSet("[\\u2066-\\u2068]").freeze();
    private static final UnicodeSet PARAGRAPH_ENDS = new UnicodeSet("[:Bidi_Class=B:]").freeze();
    private static final int END_OF_EMBEDDING = 0x202C;
    private static final int END_OF_ISOLATE = 0x2069;

    private Directions() {}

    static String settled(String text) {
        if (SET.containsNone(text)) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        BitSet kept = new BitSet(characters.length);
        if (Arrays.stream(characters).anyMatch(Directions::runsFromRightToLeft)) {
            pair(characters, kept);
        }
        StringBuilder settled = new StringBuilder(text.length());
        for (int i = 0; i < characters.length; i++) {
            if (!SET.contains(characters[i]) || kept.get(i)) {
                settled.appendCodePoint(characters[i]);
            }
        }
        return settled.toString();
    }

    private static boolean runsFromRightToLeft(int character) {
        int direction = UCharacter.getDirection(character);
        boolean toTheLeft =
                direction == UCharacterDirection.RIGHT_TO_LEFT || direction == UCharacterDirection.RIGHT_TO_LEFT_ARABIC;
        return toTheLeft && !MARKS.contains(character);
    }

    /** Keeps marks, and pairs of beginnings and ends that enclose something visible. */
    private static void pair(int[] characters, BitSet kept) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < characters.length; i++) {
            int character = characters[i];
            if (PARAGRAPH_ENDS.contains(character)) {
                open.clear();
            } else if (EMBEDDINGS.contains(character)
                    || OVERRIDES.contains(character)
                    || ISOLATES.contains(character)) {
                open.push(i);
            } else if (character == END_OF_EMBEDDING) {
                if (!open.isEmpty() && !ISOLATES.contains(characters[open.peek()])) {
                    keep(characters, open.pop(), i, kept);
                }
            } else if (character == END_OF_ISOLATE) {
                if (open.stream().anyMatch(begin -> ISOLATES.contains(characters[begin]))) {
                    while (!ISOLATES.contains(characters[open.peek()])) {
                        open.pop();
                    }
                    keep(characters, open.pop(), i, kept);
                }
            } else if (MARKS.contains(character)) {
                kept.set(i);
            }
        }
    }

    private static void keep(int[] characters, int begin, int end, BitSet kept) {
        boolean empty = Arrays.stream(characters, begin + 1, end).allMatch(InvisibleCharacters.SET::contains);
        if (!empty && !OVERRIDES.contains(characters[begin])) {
            kept.set(begin);
            kept.set(end);
        }
    }

    /** Whether one pair of controls encloses the whole of a settled text, so that it has no effect on its parts. */
    static boolean areAround(String settled) {
        if (settled.isEmpty() || !isBegin(settled.charAt(0))) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < settled.length(); i++) {
            char character = settled.charAt(i);
            if (isBegin(character)) {
                depth++;
            } else if (character == END_OF_EMBEDDING || character == END_OF_ISOLATE) {
                depth--;
            }
            if (depth == 0) {
                return i == settled.length() - 1;
            }
        }
        return false;
    }

    private static boolean isBegin(char character) {
        return EMBEDDINGS.contains(character) || ISOLATES.contains(character);
    }

    static String inside(String settled) {
        return settled.substring(1, settled.length() - 1);
    }
}
