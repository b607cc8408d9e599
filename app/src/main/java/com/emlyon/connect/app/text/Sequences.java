package com.emlyon.connect.app.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.UnicodeSet;
import java.util.Arrays;

/**
 * Keeps joiners, variation selectors and tags where they form a sequence with their neighbours, and removes them
 * elsewhere.
 */
final class Sequences {

    static final UnicodeSet SET =
            new UnicodeSet("[\\u180E\\u200C\\u200D[:Variation_Selector:]\\U000E0020-\\U000E007F]").freeze();

    private static final UnicodeSet TAGS = new UnicodeSet(0xE0020, 0xE007F).freeze();
    private static final UnicodeSet KEYCAPS = new UnicodeSet("[0-9#*]").freeze();
    private static final int ENCLOSING_KEYCAP = 0x20E3;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int CANCEL_TAG = 0xE007F;
    private static final int TAG_OFFSET = 0xE0000;
    private static final int SHORTEST_REGION = 3;
    private static final int LONGEST_REGION = 6;
    private static final int NONE = -1;
    private static final int MONGOLIAN_VOWEL_SEPARATOR = 0x180E;
    private static final int STANDARDISED_1 = 0xFE00;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;

    private Sequences() {}

    static String kept(String text) {
        if (SET.containsNone(text)) {
            return text;
        }
        int[] all = text.codePoints().toArray();
        // The following characters are compared without those of the set, so that the result does not depend on which
        // of the set are removed later.
        int[] others =
                Arrays.stream(all).filter(character -> !SET.contains(character)).toArray();
        int next = 0;
        int[] kept = new int[all.length];
        int length = 0;
        for (int i = 0; i < all.length; i++) {
            int character = all[i];
            if (TAGS.contains(character)) {
                int end = endOfTags(all, i);
                if (length > 0 && kept[length - 1] == BLACK_FLAG && nameRegion(all, i, end)) {
                    System.arraycopy(all, i, kept, length, end - i);
                    length += end - i;
                }
                i = end - 1;
            } else if (!SET.contains(character)) {
                kept[length++] = character;
                next++;
            } else if (isNeeded(kept, length, character, others, next)) {
                kept[length++] = character;
            }
        }
        return new String(kept, 0, length);
    }

    private static boolean isNeeded(int[] before, int length, int character, int[] after, int next) {
        return length > 0 && isVariation(before[length - 1], character, next < after.length ? after[next] : NONE)
                || Joiners.areNeeded(before, length, character, after, next);
    }

    private static int endOfTags(int[] all, int from) {
        int end = from;
        while (end < all.length && TAGS.contains(all[end])) {
            end++;
        }
        return end;
    }

    /** Whether the tags turn a black flag into the flag of a region, for example Scotland's (UTS 51, annex B.3). */
    private static boolean nameRegion(int[] all, int from, int end) {
        int letters = end - from - 1;
        return letters >= SHORTEST_REGION
                && letters <= LONGEST_REGION
                && all[end - 1] == CANCEL_TAG
                && Arrays.stream(all, from, end - 1).allMatch(Sequences::isOfRegion);
    }

    private static boolean isOfRegion(int tag) {
        int letter = tag - TAG_OFFSET;
        return letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
    }

    private static boolean isVariation(int base, int selector, int next) {
        if (selector == MONGOLIAN_VOWEL_SEPARATOR) {
            return isOf(UScript.MONGOLIAN, base) && next != NONE && isOf(UScript.MONGOLIAN, next);
        }
        if (!UCharacter.hasBinaryProperty(selector, UProperty.VARIATION_SELECTOR)) {
            return false;
        }
        if (UCharacter.UnicodeBlock.of(selector) == UCharacter.UnicodeBlock.MONGOLIAN) {
            return isOf(UScript.MONGOLIAN, base);
        }
        if ((selector == TEXT_STYLE || selector == EMOJI_STYLE) && KEYCAPS.contains(base)) {
            return next == ENCLOSING_KEYCAP;
        }
        if ((selector == TEXT_STYLE || selector == EMOJI_STYLE)
                && UCharacter.hasBinaryProperty(base, UProperty.EMOJI)) {
            return true;
        }
        return UCharacter.hasBinaryProperty(base, UProperty.IDEOGRAPHIC)
                || selector == STANDARDISED_1 && (isOf(UScript.MYANMAR, base) || isOf(UScript.PHAGS_PA, base));
    }

    private static boolean isOf(int script, int character) {
        return UCharacter.isLetter(character) && UScript.getScript(character) == script;
    }
}
