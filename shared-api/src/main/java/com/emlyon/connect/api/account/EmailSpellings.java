package com.emlyon.connect.api.account;

import com.ibm.icu.text.Normalizer2;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The forms in which accounts may have one address: the present one, and those in which it was stored before addresses were composed
 * and their domains brought into one form. Most addresses have but one.
 *
 * @param present the form that a new account gets; the former one of an address that is accepted no more
 * @param all the former form of just what was typed first, then the present one, then other former ones
 */
public record EmailSpellings(EmailAddress present, List<EmailAddress> all) {

    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    /** The forms of what a person typed; empty when it is no address, and was none before. */
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

    /** The forms of an address in its present one. */
    public static EmailSpellings of(EmailAddress address) {
        return typed(address.value()).orElseGet(() -> new EmailSpellings(address, List.of(address)));
    }

    /** As keyboards and browsers send addresses: composed or not, the domain in Unicode or in ASCII. */
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
