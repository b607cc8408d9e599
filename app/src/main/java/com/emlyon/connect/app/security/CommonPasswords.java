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
 * The passwords that are tried first because most people have them: those that leaked most often, as the library nbvcxz lists them.
 * None, where operators do not want them refused.
 */
@Component
@ConditionalOnWebApplication
public class CommonPasswords {

    private static final Logger log = LoggerFactory.getLogger(CommonPasswords.class);

    /** Shorter ones are refused for that. */
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
        // The library keeps to itself that it could not read them.
        if (passwords.size() < FEWEST) {
            throw new IllegalStateException("The list of common passwords is not complete");
        }
        return passwords;
    }

    /** Whether the password is one of them, in whatever case. */
    public boolean contain(String password) {
        return known.contains(inOneCase(password));
    }

    private static String inOneCase(String password) {
        return password.toLowerCase(Locale.ROOT);
    }
}
