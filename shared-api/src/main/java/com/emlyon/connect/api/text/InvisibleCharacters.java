package com.emlyon.connect.api.text;

import com.ibm.icu.text.UnicodeSet;

/**
 * The characters that show nothing, or at most a gap: blanks, controls, format characters that do not enclose digits,
 * default ignorables, noncharacters, and the few signs and marks that are blank by definition (the empty braille
 * pattern, the null notehead, the Khitan filler).
 */
public final class InvisibleCharacters {

    /** All of them. */
    public static final UnicodeSet SET = new UnicodeSet(
                    "[[:White_Space:][:Z:][:Cc:][[:Cf:]-[:Prepended_Concatenation_Mark:]]"
                            + "[:Default_Ignorable_Code_Point:][:Noncharacter_Code_Point:]\\u2800\\U00016FE4\\U0001D159]")
            .freeze();

    private InvisibleCharacters() {}
}
