package com.emlyon.connect.api.account;

import java.util.Locale;
import java.util.Optional;

/**
 * The email address of an account in the form that is stored, compared and shown. {@link #parse} makes one from what a
 * person typed; the constructor takes an address that was stored before and looks at nothing.
 */
public record EmailAddress(String value) {

    /**
     * The normalised address, or empty when the text is no address. Syntax and normal form are those of validator.js 13
     * ({@code isEmail}, {@code normalizeEmail}) with default options, because existing accounts are stored in that form.
     */
    public static Optional<EmailAddress> parse(String raw) {
        if (!EmailSyntax.accepts(raw)) {
            return Optional.empty();
        }
        int at = raw.lastIndexOf('@');
        String domain = raw.substring(at + 1).toLowerCase(Locale.ROOT);
        MailProvider provider = MailProvider.of(domain);
        String mailbox = provider.mailbox(raw.substring(0, at)).toLowerCase(Locale.ROOT);
        return mailbox.isEmpty()
                ? Optional.empty()
                : Optional.of(new EmailAddress(mailbox + "@" + provider.domain(domain)));
    }
}
