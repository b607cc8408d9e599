package com.emlyon.connect.api.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Checks whether a text is an email address by the rules of validator.js 13 with default options. */
final class EmailSyntax {

    private static final int ADDRESS_MAX_CHARS = 254;
    private static final int LOCAL_PART_MAX_BYTES = 64;
    private static final int DOMAIN_MAX_BYTES = 254;
    private static final int LABEL_MAX_CHARS = 63;

    /** The blanks of JavaScript, which has a few more than Java. */
    private static final String BLANKS = "\\s\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

    /** The Basic Multilingual Plane above ASCII, without surrogates, private use and non-characters. */
    private static final String BEYOND_ASCII = "\\xA1-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF";

    private static final String ATOM = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~" + BEYOND_ASCII + "-]++";
    private static final Pattern DOTTED_ATOMS = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");

    private static final Pattern QUOTED_TEXT =
            Pattern.compile("(?:[ !#-\\[\\]-~\\xA0" + BEYOND_ASCII + "]|\\\\[ -~\\xA0" + BEYOND_ASCII + "])*+");

    private static final Pattern LABEL =
            Pattern.compile("(?!-)[a-zA-Z0-9\\xA1-\\x{10FFFF}-&&[^\\uFF01-\\uFF5E]]++(?<!-)");
    private static final Pattern TOP_LEVEL =
            Pattern.compile("[a-zA-Z" + BEYOND_ASCII + "&&[^\\xA9" + BLANKS + "]]{2,}|[xX][nN][a-zA-Z0-9-]{2,}");

    private static final Pattern LEADING_BLANK = Pattern.compile("[" + BLANKS + "]");

    private EmailSyntax() {}

    static boolean accepts(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && text.length() <= ADDRESS_MAX_CHARS
                && isStorable(text)
                && !LEADING_BLANK.matcher(text).lookingAt()
                && isLocalPart(text.substring(0, at))
                && isDomain(text.substring(at + 1));
    }

    /** No control characters and no half of a surrogate pair: the database would refuse or alter them. */
    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static boolean isLocalPart(String localPart) {
        if (localPart.getBytes(UTF_8).length > LOCAL_PART_MAX_BYTES) {
            return false;
        }
        if (localPart.startsWith("\"") && localPart.endsWith("\"")) {
            // A single quote character opens and closes: validator.js takes it for an empty quoted text.
            String inside = localPart.substring(1, Math.max(1, localPart.length() - 1));
            return QUOTED_TEXT.matcher(inside).matches();
        }
        return DOTTED_ATOMS.matcher(localPart).matches();
    }

    static boolean isDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        return labels.length > 1
                && domain.getBytes(UTF_8).length <= DOMAIN_MAX_BYTES
                && Arrays.stream(labels).allMatch(EmailSyntax::isLabel)
                && TOP_LEVEL.matcher(labels[labels.length - 1]).matches();
    }

    private static boolean isLabel(String label) {
        return label.length() <= LABEL_MAX_CHARS && LABEL.matcher(label).matches();
    }
}
