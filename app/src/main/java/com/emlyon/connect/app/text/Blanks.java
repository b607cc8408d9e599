package com.emlyon.connect.app.text;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.SpanCondition;

/**
 * The blanks that JavaScript's {@code trim} removes (ECMA-262, WhiteSpace and LineTerminator): no controls such as
 * U+001C or U+0085.
 */
final class Blanks {

    static final UnicodeSet SET = new UnicodeSet("[\\t\\n\\u000B\\u000C\\r\\uFEFF[:Zs:]\\u2028\\u2029]").freeze();

    private Blanks() {}

    /** The text without the blanks around it. */
    static String trim(String text) {
        return trim(text, SET);
    }

    /** The text without the characters of the set around it. */
    static String trim(String text, UnicodeSet set) {
        int start = set.span(text, SpanCondition.SIMPLE);
        int end = set.spanBack(text, SpanCondition.SIMPLE);
        return start >= end ? "" : text.substring(start, end);
    }
}
