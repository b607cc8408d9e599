package com.emlyon.connect.api.account;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mail providers that deliver several spellings of an address to one mailbox, with the domains that validator.js 13
 * lists for them. Their order does not matter: no domain is in two lists.
 */
enum MailProvider {
    GMAIL(Set.of("gmail.com", "googlemail.com")),
    ICLOUD(Set.of("icloud.com", "me.com")),
    OUTLOOK(outlookDomains()),
    YAHOO(Set.of(
            "rocketmail.com",
            "yahoo.ca",
            "yahoo.co.uk",
            "yahoo.com",
            "yahoo.de",
            "yahoo.fr",
            "yahoo.in",
            "yahoo.it",
            "ymail.com")),
    YANDEX(Set.of("ya.ru", "yandex.by", "yandex.com", "yandex.kz", "yandex.ru", "yandex.ua")),
    ANY_OTHER(Set.of());

    private static final Pattern SINGLE_DOT = Pattern.compile("(?<!\\.)\\.(?!\\.)");

    private final Set<String> domains;

    MailProvider(Set<String> domains) {
        this.domains = domains;
    }

    static MailProvider of(String lowerCaseDomain) {
        return Arrays.stream(values())
                .filter(provider -> provider.domains.contains(lowerCaseDomain))
                .findFirst()
                .orElse(ANY_OTHER);
    }

    /** The local part without the parts that this provider ignores; empty when nothing is left. */
    String mailbox(String localPart) {
        return switch (this) {
            case GMAIL -> SINGLE_DOT.matcher(beforeFirstPlus(localPart)).replaceAll("");
            case ICLOUD, OUTLOOK -> beforeFirstPlus(localPart);
            case YAHOO -> beforeLastHyphen(localPart);
            case YANDEX, ANY_OTHER -> localPart;
        };
    }

    /** The domain that represents all domains of this provider with the same mailboxes. */
    String domain(String lowerCaseDomain) {
        return switch (this) {
            case GMAIL -> "gmail.com";
            case YANDEX -> "yandex.ru";
            case ICLOUD, OUTLOOK, YAHOO, ANY_OTHER -> lowerCaseDomain;
        };
    }

    private static String beforeFirstPlus(String localPart) {
        int plus = localPart.indexOf('+');
        return plus < 0 ? localPart : localPart.substring(0, plus);
    }

    private static String beforeLastHyphen(String localPart) {
        int hyphen = localPart.lastIndexOf('-');
        return hyphen < 0 ? localPart : localPart.substring(0, hyphen);
    }

    private static Set<String> outlookDomains() {
        return Stream.of(
                        under("hotmail", "at be ca cl co.il co.nz co.th co.uk com com.ar com.au com.br com.gr com.mx"),
                        under(
                                "hotmail",
                                "com.pe com.tr com.vn cz de dk es fr hu id ie in it jp kr lv my ph pt sa sg sk"),
                        under("live", "be co.uk com com.ar com.mx de es eu fr it nl"),
                        under("outlook", "at be cl co.il co.nz co.th com com.ar com.au com.br com.gr"),
                        under(
                                "outlook",
                                "com.pe com.tr com.vn cz de dk es fr hu id ie in it jp kr lv my ph pt sa sg sk"),
                        Stream.of("msn.com", "passport.com"))
                .flatMap(domains -> domains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> under(String name, String suffixes) {
        return Arrays.stream(suffixes.split(" ", -1)).map(suffix -> name + "." + suffix);
    }
}
