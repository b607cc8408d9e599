package com.emlyon.platform.eventstore.personal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The current master key, which wraps, and those that are accepted for unwrapping until all keys are wrapped with the
 * current one.
 */
public final class MasterKeys {

    private final MasterKey current;
    private final Map<String, MasterKey> known = new HashMap<>();
    private final MasterKeySettings.Names settings;

    /** @param settings only for the names by which operators know the settings */
    MasterKeys(MasterKey current, List<MasterKey> accepted, MasterKeySettings.Names settings) {
        this.current = current;
        this.settings = settings;
        accepted.forEach(key -> known.put(key.name(), key));
        known.put(current.name(), current);
    }

    /** The name of the master key derived from a secret, as stored beside the keys that it has wrapped. */
    public static String nameOf(String secret) {
        return new ConfiguredMasterKey(secret).name();
    }

    /** Wraps a key with the current master key, for storage in the database. */
    public Wrapped wrap(byte[] key, String purpose) {
        return new Wrapped(current.name(), current.wrap(key, purpose));
    }

    /** Unwraps a key with the master key that it names. */
    public byte[] unwrap(Wrapped wrapped, String purpose) {
        MasterKey master = known.get(wrapped.master());
        if (master == null) {
            throw new UnknownMasterKey(sentenceAboutUnknown(wrapped.master()));
        }
        return master.unwrap(wrapped.key(), purpose);
    }

    /** The purpose that a key is wrapped for which all nodes share under a name. */
    public static String shared(String name) {
        return "shared " + name;
    }

    /** The sentence that tells operators what to do about keys that another master key has wrapped. */
    String sentenceAboutUnknown(String master) {
        return "The keys in the database were wrapped by another master key (%s): give that one as %s, or in %s."
                .formatted(master, settings.secret(), settings.accepted());
    }

    /** What operators call the settings of master keys. */
    MasterKeySettings.Names settings() {
        return settings;
    }

    /** The names of the master keys that can unwrap. */
    public Set<String> names() {
        return Set.copyOf(known.keySet());
    }

    /** The name of the master key that wraps. */
    String currentName() {
        return current.name();
    }
}
