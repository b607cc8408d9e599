package com.emlyon.platform.eventstore.personal;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the wrapped keys of persons in {@code store.person_key}. */
class KeyTable {

    private static final Logger log = LoggerFactory.getLogger(KeyTable.class);

    private final JdbcClient database;
    private final MasterKeys masters;
    private final MasterKeyAvailability availability;
    private final SecureRandom random = new SecureRandom();

    /** Damaged keys that are already logged; without it, every read of a list would log them again. */
    private final Set<String> damagedKeys = ConcurrentHashMap.newKeySet();

    KeyTable(JdbcClient database, MasterKeys masters, MasterKeyAvailability availability) {
        this.database = database;
        this.masters = masters;
        this.availability = availability;
    }

    /**
     * The stored keys of those persons who have or had one. A damaged key is logged once, and must not affect the data
     * of other persons; a key that only other nodes can unwrap makes this node unavailable.
     */
    Map<String, StoredKey> find(Collection<String> persons) {
        Map<String, StoredKey> found = new HashMap<>();
        database.sql("SELECT person, master, wrapped FROM store.person_key WHERE person = ANY (?)")
                .param(persons.stream().toArray(String[]::new))
                .query(row -> {
                    String person = row.getString("person");
                    String master = row.getString("master");
                    byte[] wrapped = row.getBytes("wrapped");
                    found.put(
                            person,
                            master == null
                                    ? new StoredKey.Destroyed()
                                    : unwrapped(person, new Wrapped(master, wrapped)));
                });
        return found;
    }

    private StoredKey unwrapped(String person, Wrapped wrapped) {
        try {
            return new StoredKey.Usable(new PersonKey(person, masters.unwrap(wrapped, purpose(person))));
        } catch (UnknownMasterKey unknown) {
            availability.missing(masters.sentenceAboutUnknown(wrapped.master()));
            return new StoredKey.Unavailable(unknown);
        } catch (IllegalStateException | IllegalArgumentException damaged) {
            if (damagedKeys.add(person)) {
                log.error("The key of {} is damaged and cannot be unwrapped", person, damaged);
            }
            return new StoredKey.Damaged();
        } catch (RuntimeException unanswered) {
            return new StoredKey.Unavailable(new KeyUnavailable("The master key cannot be asked now", unanswered));
        }
    }

    /** Creates a key, unless the person has one already or it was destroyed. */
    void make(String person) {
        byte[] key = new byte[PersonKey.BYTES];
        random.nextBytes(key);
        Wrapped wrapped = masters.wrap(key, purpose(person));
        database.sql("INSERT INTO store.person_key (person, master, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(person, wrapped.master(), wrapped.key())
                .update();
    }

    /** The purpose that the key of a person is wrapped for, so that it cannot be used for another person. */
    static String purpose(String person) {
        return "person " + person;
    }
}
