package com.emlyon.connect.app.account;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name reduced for searching: without case, accents, and other forms of the same letter, which people leave out when
 * they search.
 */
record FoldedName(String letters) {

    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static FoldedName of(String name) {
        String decomposed = NFKD.normalize(name);
        return new FoldedName(MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT));
    }

    boolean contains(FoldedName part) {
        return letters.contains(part.letters);
    }
}
