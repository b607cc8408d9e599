package com.emlyon.connect.app.security;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Locale;
import java.util.Set;
import me.gosimple.nbvcxz.resources.DictionaryUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * The passwords that attackers try first, because they leaked most often, as the library nbvcxz lists them. Empty when
 * operators have turned the check off.
 */
@Component
@ConditionalOnWebApplication
public class CommonPasswords {

    private static final Logger log = LoggerFactory.getLogger(CommonPasswords.class);

    /** Shorter passwords need no entry, as they are refused for their length. */
    private static final int SHORTEST = 6;

    private static final int FEWEST = 10_000;

    private final Set<String> known;

    CommonPasswords(PasswordSettings settings) {
        this.known = settings.refuseCommon() ? read() : Set.of();
        log.debug("{} passwords are too common", known.size());
    }

    private static Set<String> read() {
        Set<String> passwords = DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).keySet().stream()
                .filter(password -> password.length() >= SHORTEST)
                .map(CommonPasswords::inOneCase)
                .collect(toUnmodifiableSet());
        // The library does not report when it cannot read its list.
        if (passwords.size() < FEWEST) {
            throw new IllegalStateException("The list of common passwords is not complete");
        }
        return passwords;
    }

    /** Whether the password is a common one, ignoring case. */
    public boolean contain(String password) {
        return known.contains(inOneCase(password));
    }

    private static String inOneCase(String password) {
        return password.toLowerCase(Locale.ROOT);
    }
}
