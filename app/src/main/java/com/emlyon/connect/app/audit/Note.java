package com.emlyon.connect.app.audit;

import com.emlyon.connect.api.account.AccountId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be entered. It holds no personal data: people are told by the ids of their accounts, addresses as hashes, and
 * details are numbers or yes and no.
 *
 * @param actor the account that did it, or {@link #OPERATOR}
 * @param subject what it was done to: the id of something that exists
 * @param address from where, as a hash
 */
public record Note(
        Kind kind,
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String address,
        SortedMap<String, Object> details) {

    /** Who works on the command line. */
    public static final String OPERATOR = "operator";

    /** Nothing but the kind; who did it and from where is seen from the request that is being served. */
    public static Note of(Kind kind) {
        return new Note(kind, null, null, null, new TreeMap<>());
    }

    /** Done by the holder of an account. */
    public Note by(AccountId account) {
        return new Note(kind, account.value(), subject, address, details);
    }

    /** Done on the command line. */
    public Note byOperator() {
        return new Note(kind, OPERATOR, subject, address, details);
    }

    /** Done to something that exists, never to what somebody has only typed. */
    public Note about(String something) {
        return new Note(kind, actor, something, address, details);
    }

    /** Done to an account. */
    public Note about(AccountId account) {
        return about(account.value());
    }

    /** Done from an address, which is a hash. */
    public Note from(String hash) {
        return new Note(kind, actor, subject, hash, details);
    }

    /** With a number that matters. */
    public Note with(String name, long number) {
        return detailed(name, number);
    }

    /** With something that is so, or not. */
    public Note with(String name, boolean so) {
        return detailed(name, so);
    }

    private Note detailed(String name, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(details);
        more.put(name, value);
        return new Note(kind, actor, subject, address, more);
    }

    /** The same, with what it does not say itself. */
    Note completed(Optional<String> by, Optional<String> from) {
        return new Note(
                kind,
                actor == null ? by.orElse(null) : actor,
                subject,
                address == null ? from.orElse(null) : address,
                details);
    }
}
