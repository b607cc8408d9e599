package com.emlyon.connect.app.text;

import com.emlyon.connect.api.text.InvisibleCharacters;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.SpanCondition;

/**
 * Turns a text that a student typed into the text that others see. Around the text, all invisible characters are
 * removed; inside of it, controls and default ignorables. Invisible characters stay where they change how others look:
 * joiners and variation selectors in emoji and in the scripts that need them ({@link Sequences}), and directions in a
 * text that also runs from right to left ({@link Directions}). A text without visible characters becomes empty. Line
 * breaks, tabs and blanks inside stay.
 */
public final class VisibleText {

    /** Characters that are never visible and never needed. */
    private static final UnicodeSet NEVER_NEEDED = new UnicodeSet("[[[:Cc:]-[\\t\\n\\r]]"
                    + "[:Default_Ignorable_Code_Point:][:Noncharacter_Code_Point:]\\uFFF9-\\uFFFB]")
            .removeAll(Sequences.SET)
            .removeAll(Directions.SET)
            .freeze();

    /** Characters that are removed at both ends; sequences that are still there belong to their neighbour. */
    private static final UnicodeSet AROUND = new UnicodeSet(InvisibleCharacters.SET)
            .removeAll(Sequences.SET)
            .removeAll(Directions.SET)
            .addAll(Directions.MARKS)
            .freeze();

    private static final UnicodeSet TO_LOOK_AT = new UnicodeSet(NEVER_NEEDED)
            .addAll(Sequences.SET)
            .addAll(Directions.SET)
            .freeze();

    private VisibleText() {}

    /** The visible form of the text. */
    public static String of(String text) {
        if (TO_LOOK_AT.containsNone(text)) {
            return Blanks.trim(text, AROUND);
        }
        String needed = Sequences.kept(Directions.settled(without(text)));
        String visible = Blanks.trim(needed, AROUND);
        while (Directions.areAround(visible)) {
            visible = Blanks.trim(Directions.inside(visible), AROUND);
        }
        return visible;
    }

    private static String without(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int end = NEVER_NEEDED.span(text, from, SpanCondition.NOT_CONTAINED);
            rest.append(text, from, end);
            from = NEVER_NEEDED.span(text, end, SpanCondition.SIMPLE);
        }
        return rest.toString();
    }
}
