package com.emlyon.connect.api.account;

import com.emlyon.connect.api.text.InvisibleCharacters;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.util.Locale;
import java.util.Optional;

/**
 * The email address of an account in the form that is stored, compared and shown. {@link #parse} makes one from the
 * text that a person typed; the constructor takes a stored address and checks nothing.
 */
public record EmailAddress(String value) {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    /** A blank is allowed in quotes; joiners in a domain are checked in their context. */
    private static final UnicodeSet REFUSED_IN_MAILBOX =
            new UnicodeSet(InvisibleCharacters.SET).remove(' ').freeze();

    private static final UnicodeSet REFUSED_IN_DOMAIN =
            new UnicodeSet(InvisibleCharacters.SET).remove(0x200C, 0x200D).freeze();

    /**
     * The normalised address; empty when the text is not an email address. Syntax and normal form are those of
     * validator.js 13 ({@code isEmail}, {@code normalizeEmail}) with default options, because existing accounts are
     * stored in that form. In addition, characters are composed (NFC), invisible ones are refused, and an
     * internationalised domain is brought into its Unicode form (UTS 46).
     */
    public static Optional<EmailAddress> parse(String raw) {
        String text = NFC.normalize(raw);
        if (!EmailSyntax.accepts(text)) {
            return Optional.empty();
        }
        int at = text.lastIndexOf('@');
        String mailbox = text.substring(0, at);
        String domain = text.substring(at + 1);
        if (REFUSED_IN_MAILBOX.containsSome(mailbox) || REFUSED_IN_DOMAIN.containsSome(domain)) {
            return Optional.empty();
        }
        return InternationalDomain.inUnicode(domain)
                .filter(EmailSyntax::isDomain)
                .flatMap(normalised -> normalised(mailbox, normalised))
                .map(address -> new EmailAddress(NFC.normalize(address.value())));
    }

    /** The former form of stored addresses: characters were not composed, and domains not brought into one form. */
    static Optional<EmailAddress> parseAsBefore(String raw) {
        if (!EmailSyntax.accepts(raw)) {
            return Optional.empty();
        }
        int at = raw.lastIndexOf('@');
        return normalised(raw.substring(0, at), raw.substring(at + 1).toLowerCase(Locale.ROOT));
    }

    private static Optional<EmailAddress> normalised(String localPart, String domain) {
        MailProvider provider = MailProvider.of(domain);
        String mailbox = provider.mailbox(localPart).toLowerCase(Locale.ROOT);
        return mailbox.isEmpty()
                ? Optional.empty()
                : Optional.of(new EmailAddress(mailbox + "@" + provider.domain(domain)));
    }
}
