package com.emlyon.connect.app.audit;

import com.emlyon.connect.api.account.AccountId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be entered into the trail. It holds no personal data: people are named by the ids of their accounts,
 * addresses are hashes, and details are numbers or booleans.
 *
 * @param actor the account that did it, or {@link #OPERATOR}
 * @param subject what it was done to: the id of something that exists
 * @param address the address from which it was done, as a hash
 */
public record Note(
        Kind kind,
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String address,
        SortedMap<String, Object> details) {

    /** The actor of what is done on the command line. */
    public static final String OPERATOR = "operator";

    /**
     * Creates a note with nothing but its kind. {@link AuditTrail#note} adds the actor and the address of the current
     * request.
     */
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

    /**
     * Done to something that exists, given by its id. Never give a text that a client has typed and that names nothing:
     * it may hold personal data.
     */
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

    /** Returns a copy with a number as a further detail. */
    public Note with(String name, long number) {
        return detailed(name, number);
    }

    /** Returns a copy with a boolean as a further detail. */
    public Note with(String name, boolean so) {
        return detailed(name, so);
    }

    private Note detailed(String name, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(details);
        more.put(name, value);
        return new Note(kind, actor, subject, address, more);
    }

    /** Returns a copy with the given actor and address, where the note itself has none. */
    Note completed(Optional<String> by, Optional<String> from) {
        return new Note(
                kind,
                actor == null ? by.orElse(null) : actor,
                subject,
                address == null ? from.orElse(null) : address,
                details);
    }
}
