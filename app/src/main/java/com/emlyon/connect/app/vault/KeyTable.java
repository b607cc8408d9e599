package com.emlyon.connect.app.vault;

import com.emlyon.connect.api.account.AccountId;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of persons in {@code store.person_key}, wrapped. */
@Component
class KeyTable {

    private static final Logger log = LoggerFactory.getLogger(KeyTable.class);

    private final JdbcClient database;
    private final MasterKeys masters;
    private final SecureRandom random = new SecureRandom();

    /** Every look at a list asks again. */
    private final Set<String> unusablePersons = ConcurrentHashMap.newKeySet();

    KeyTable(JdbcClient database, MasterKeys masters) {
        this.database = database;
        this.masters = masters;
    }

    /**
     * The keys of those who ever had one; empty for whom it was destroyed. One that cannot be unwrapped is as good as none, and says
     * so in the log, once: it must not take what is said about all others along.
     */
    Map<AccountId, Optional<PersonKey>> find(Collection<AccountId> persons) {
        Map<AccountId, Optional<PersonKey>> found = new HashMap<>();
        database.sql("SELECT person, master, wrapped FROM store.person_key WHERE person = ANY (?)")
                .param(persons.stream().map(AccountId::value).toArray(String[]::new))
                .query(row -> {
                    String person = row.getString("person");
                    String master = row.getString("master");
                    byte[] wrapped = row.getBytes("wrapped");
                    if (master == null) {
                        found.put(new AccountId(person), Optional.empty());
                    } else {
                        key(person, new Wrapped(master, wrapped))
                                .ifPresent(key -> found.put(new AccountId(person), Optional.of(key)));
                    }
                });
        return found;
    }

    private Optional<PersonKey> key(String person, Wrapped wrapped) {
        try {
            return Optional.of(new PersonKey(person, masters.unwrap(wrapped, purpose(person))));
        } catch (IllegalStateException | UnknownMasterKey unusable) {
            if (unusablePersons.add(person)) {
                log.error("The key of {} cannot be unwrapped", person, unusable);
            }
            return Optional.empty();
        }
    }

    /** Makes a key, unless the person has one already or it was destroyed. */
    void make(AccountId person) {
        byte[] key = new byte[PersonKey.BYTES];
        random.nextBytes(key);
        Wrapped wrapped = masters.wrap(key, purpose(person.value()));
        database.sql("INSERT INTO store.person_key (person, master, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(person.value(), wrapped.master(), wrapped.key())
                .update();
    }

    /** What a key is wrapped for: it fits nobody else. */
    static String purpose(String person) {
        return "person " + person;
    }
}
