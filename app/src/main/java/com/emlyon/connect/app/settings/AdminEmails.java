package com.emlyon.connect.app.settings;

import com.emlyon.connect.api.account.EmailAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code ADMIN_EMAILS}: the addresses whose accounts are administrators, normalised as those of accounts. */
final class AdminEmails {

    private AdminEmails() {}

    static List<String> parse(String value) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String text : value.split(",", -1)) {
            if (!text.isBlank()) {
                addresses.add(normalised(text.strip()));
            }
        }
        return List.copyOf(addresses);
    }

    private static String normalised(String text) {
        return EmailAddress.parse(text)
                .map(EmailAddress::value)
                .orElseThrow(() -> new StartRefused(
                        "ADMIN_EMAILS must list addresses such as pia.martin@emlyon.com, separated by commas, but contains"
                                + " \"%s\".".formatted(text)));
    }
}
