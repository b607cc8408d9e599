package com.emlyon.connect.app.security;

import com.emlyon.connect.api.account.EmailKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of one address.
 *
 * @param present that of the form which a new account gets
 * @param all that of each form in which an account may have it, the one that fits best first
 */
public record AddressKeys(EmailKey present, List<EmailKey> all) {

    /** Those that no new account gets. */
    public Set<EmailKey> former() {
        Set<EmailKey> former = new HashSet<>(all);
        former.remove(present);
        return Set.copyOf(former);
    }
}
