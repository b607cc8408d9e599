package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.EmailKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of one email address.
 *
 * @param present the key of the spelling that a new account gets
 * @param all the key of each spelling that an account may have, the one that fits best first
 */
public record AddressKeys(EmailKey present, List<EmailKey> all) {

    /** The keys of the spellings that no new account gets. */
    public Set<EmailKey> former() {
        Set<EmailKey> former = new HashSet<>(all);
        former.remove(present);
        return Set.copyOf(former);
    }
}
