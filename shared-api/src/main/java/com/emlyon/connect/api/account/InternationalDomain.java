package com.emlyon.connect.api.account;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.IDNA.Error;
import com.ibm.icu.text.IDNA.Info;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The two forms of an internationalised domain name (UTS 46, nontransitional): Unicode, which is stored, and ASCII
 * ({@code xn--}).
 */
final class InternationalDomain {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** Labels such as {@code r3---x} exist, and are not Punycode (UTS 46, CheckHyphens). */
    private static final Set<Error> NO_ERROR = Set.of(Error.HYPHEN_3_4);

    private static final Pattern PLAIN = Pattern.compile("(?i)(?!.*\\bxn--)\\p{ASCII}*");

    private InternationalDomain() {}

    /** The Unicode form, in lower case; empty when the name has none. */
    static Optional<String> inUnicode(String domain) {
        if (PLAIN.matcher(domain).matches()) {
            return Optional.of(domain.toLowerCase(Locale.ROOT));
        }
        Info info = new Info();
        String unicode = UTS46.nameToUnicode(domain, new StringBuilder(), info).toString();
        return NO_ERROR.containsAll(info.getErrors()) ? Optional.of(unicode) : Optional.empty();
    }

    /** The ASCII form; empty when the name has none. */
    static Optional<String> inAscii(String domain) {
        Info info = new Info();
        String ascii = UTS46.nameToASCII(domain, new StringBuilder(), info).toString();
        return NO_ERROR.containsAll(info.getErrors()) ? Optional.of(ascii) : Optional.empty();
    }
}
