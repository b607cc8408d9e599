package com.emlyon.connect.app.text;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSet.SpanCondition;

/** Blanks as JavaScript's {@code trim} knows them (ECMA-262, WhiteSpace and LineTerminator): no controls such as U+001C or U+0085. */
final class Blanks {

    static final UnicodeSet SET = new UnicodeSet("[\\t\\n\\u000B\\u000C\\r\\uFEFF[:Zs:]\\u2028\\u2029]").freeze();

    private Blanks() {}

    /** The text without the blanks around it. */
    static String trim(String text) {
        return trim(text, SET);
    }

    /** The text without what the set contains around it. */
    static String trim(String text, UnicodeSet set) {
        int start = set.span(text, SpanCondition.SIMPLE);
        int end = set.spanBack(text, SpanCondition.SIMPLE);
        return start >= end ? "" : text.substring(start, end);
    }
}
