package com.emlyon.connect.app.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/**
 * Decides where the zero-width joiner and non-joiner are visible: between emoji, beside the virama of Indic scripts,
 * and between letters whose form depends on their neighbours, such as those of Persian (UAX 31, section 2.3; RFC 5892,
 * appendix A).
 */
final class Joiners {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int NONE = -1;
    private static final int VIRAMA = 9;

    private Joiners() {}

    /**
     * Whether the character is a joiner or non-joiner that is needed between the first {@code length} characters of
     * {@code before} and those of {@code after} from {@code next} on.
     */
    static boolean areNeeded(int[] before, int length, int character, int[] after, int next) {
        int previous = length > 0 ? before[length - 1] : NONE;
        int following = next < after.length ? after[next] : NONE;
        boolean joinsNext = joinsNext(before, length);
        boolean joinsPrevious = joinsPrevious(after, next);
        return switch (character) {
            case NON_JOINER ->
                joinsNext && joinsPrevious
                        || isVirama(previous) && isLetter(following)
                        || isOfKhmer(previous) && isOfKhmer(following);
            case JOINER ->
                joinsNext != joinsPrevious
                        || isVirama(previous)
                        || isLetter(previous) && isVirama(following)
                        || endsEmoji(previous) && isEmoji(following);
            default -> false;
        };
    }

    private static boolean isVirama(int character) {
        return character != NONE && UCharacter.getCombiningClass(character) == VIRAMA;
    }

    private static boolean isLetter(int character) {
        return character != NONE && UCharacter.isLetter(character);
    }

    /** In Khmer, the non-joiner keeps a sign above its consonant in its own form. */
    private static boolean isOfKhmer(int character) {
        return character != NONE && UScript.getScript(character) == UScript.KHMER;
    }

    private static boolean isEmoji(int character) {
        return character != NONE && UCharacter.hasBinaryProperty(character, UProperty.EXTENDED_PICTOGRAPHIC);
    }

    private static boolean endsEmoji(int character) {
        return isEmoji(character)
                || character == EMOJI_STYLE
                || character != NONE && UCharacter.hasBinaryProperty(character, UProperty.EMOJI_MODIFIER);
    }

    private static boolean joinsNext(int[] before, int length) {
        int last = length - 1;
        while (last >= 0 && joiningType(before[last]) == JoiningType.TRANSPARENT) {
            last--;
        }
        int type = last < 0 ? JoiningType.NON_JOINING : joiningType(before[last]);
        return type == JoiningType.DUAL_JOINING || type == JoiningType.LEFT_JOINING;
    }

    private static boolean joinsPrevious(int[] after, int next) {
        int first = next;
        while (first < after.length && joiningType(after[first]) == JoiningType.TRANSPARENT) {
            first++;
        }
        int type = first >= after.length ? JoiningType.NON_JOINING : joiningType(after[first]);
        return type == JoiningType.DUAL_JOINING || type == JoiningType.RIGHT_JOINING;
    }

    private static int joiningType(int character) {
        return UCharacter.getIntPropertyValue(character, UProperty.JOINING_TYPE);
    }
}
