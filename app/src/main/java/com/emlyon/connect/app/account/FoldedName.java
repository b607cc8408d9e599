package com.emlyon.connect.app.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name without what those leave out who search: case, accents, and other forms of the same letter. */
record FoldedName(String letters) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static FoldedName of(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        return new FoldedName(MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT));
    }

    boolean contains(FoldedName part) {
        return letters.contains(part.letters);
    }
}
