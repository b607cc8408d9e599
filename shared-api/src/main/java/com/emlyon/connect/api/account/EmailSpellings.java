package com.emlyon.connect.api.account;

import com.ibm.icu.text.Normalizer2;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The forms in which accounts may have stored one email address: the present form, and former forms, in which addresses
 * were not composed and domains not brought into one form. Most addresses have only one form.
 *
 * @param present the form that a new account gets; the former form when the address is not accepted any more
 * @param all the former form of the typed text first, then the present form, then other former forms
 */
public record EmailSpellings(EmailAddress present, List<EmailAddress> all) {

    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    /**
     * The forms of an address that a person typed; empty when it is not an email address and was not accepted formerly.
     */
    public static Optional<EmailSpellings> typed(String raw) {
        Optional<EmailAddress> former = EmailAddress.parseAsBefore(raw);
        Optional<EmailAddress> present = EmailAddress.parse(raw);
        return present.or(() -> former).map(address -> {
            Set<EmailAddress> all = new LinkedHashSet<>();
            former.ifPresent(all::add);
            all.add(address);
            if (present.isPresent()) {
                formerOnesOf(address).forEach(all::add);
            }
            return new EmailSpellings(address, List.copyOf(all));
        });
    }

    /** The forms of an address that is given in its present form. */
    public static EmailSpellings of(EmailAddress address) {
        return typed(address.value()).orElseGet(() -> new EmailSpellings(address, List.of(address)));
    }

    /** The forms in which keyboards and browsers send addresses: composed or not, the domain in Unicode or in ASCII. */
    private static Stream<EmailAddress> formerOnesOf(EmailAddress address) {
        int at = address.value().lastIndexOf('@');
        String mailbox = address.value().substring(0, at);
        String domain = address.value().substring(at + 1);
        return Stream.of(mailbox, NFD.normalize(mailbox))
                .flatMap(local -> Stream.concat(
                                Stream.of(domain, NFD.normalize(domain)), InternationalDomain.inAscii(domain).stream())
                        .map(name -> local + "@" + name))
                .flatMap(spelling -> EmailAddress.parseAsBefore(spelling).stream());
    }
}
