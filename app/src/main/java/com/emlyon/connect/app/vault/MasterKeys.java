package com.emlyon.connect.app.vault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The master key that wraps, and those that are still understood while what they have wrapped is being wrapped anew.
 */
public final class MasterKeys {

    private final MasterKey current;
    private final Map<String, MasterKey> known = new HashMap<>();

    MasterKeys(MasterKey current, List<MasterKey> accepted) {
        this.current = current;
        accepted.forEach(key -> known.put(key.name(), key));
        known.put(current.name(), current);
    }

    /** The name of the master key that is made of a secret, as it stands beside what it has wrapped. */
    public static String nameOf(String secret) {
        return new ConfiguredMasterKey(secret).name();
    }

    /** A key as it may lie in the database. */
    public Wrapped wrap(byte[] key, String purpose) {
        return new Wrapped(current.name(), current.wrap(key, purpose));
    }

    /** The key itself. */
    public byte[] unwrap(Wrapped wrapped, String purpose) {
        MasterKey master = known.get(wrapped.master());
        if (master == null) {
            throw new UnknownMasterKey(wrapped.master());
        }
        return master.unwrap(wrapped.key(), purpose);
    }

    /** What a key is wrapped for that all nodes share under a name. */
    public static String shared(String name) {
        return "shared " + name;
    }

    /** Which master keys are understood. */
    public Set<String> names() {
        return Set.copyOf(known.keySet());
    }

    /** The one that wraps. */
    String currentName() {
        return current.name();
    }
}
