package com.emlyon.connect.app.version;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.platform.eventstore.fact.Revisions;
import com.emlyon.platform.eventstore.fact.UnreadableFact;
import com.emlyon.platform.eventstore.personal.MasterKeys;
import com.emlyon.platform.eventstore.personal.PersonalDataCipher;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The only migration that changes stored facts: it converts facts from before the introduction of keys to their present
 * revision, and encrypts their personal data, once, before anything else happens. Their meaning stays the same.
 */
@Component
class EncryptsOldFacts implements JavaMigration {

    private static final Logger log = LoggerFactory.getLogger(EncryptsOldFacts.class);
    private static final SqlFile UNSEALED = SqlFile.beside(EncryptsOldFacts.class, "read-unsealed.sql");
    private static final int AT_ONCE = 500;

    private final Revisions revisions;
    private final MasterKeys masters;
    private final JsonMapper json = JsonMapper.shared();

    EncryptsOldFacts(Revisions revisions, MasterKeys masters) {
        this.revisions = revisions;
        this.masters = masters;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("14");
    }

    @Override
    public String getDescription() {
        return "seal old facts";
    }

    /** To be increased when the migration changes; then Flyway reports the change on every database. */
    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        PersonalDataCipher cipher = PersonalDataCipher.alone(database, masters);
        database.sql("ALTER TABLE store.fact DISABLE TRIGGER facts_stay").update();
        long position = 0;
        long encrypted = 0;
        List<Unencrypted> some = unencrypted(database, position);
        while (!some.isEmpty()) {
            encrypted += some.stream()
                    .filter(fact -> isEncrypted(fact, database, cipher))
                    .count();
            position = some.getLast().position();
            some = unencrypted(database, position);
        }
        database.sql("ALTER TABLE store.fact ENABLE TRIGGER facts_stay").update();
        if (encrypted > 0) {
            log.warn(
                    "Sealed what {} old facts say about persons. Their former text lies in the files of the database until"
                            + " you run VACUUM FULL store.fact, and in older backups",
                    encrypted);
        }
    }

    private static List<Unencrypted> unencrypted(JdbcClient database, long position) {
        return database.sql(UNSEALED.statement())
                .params(position, AT_ONCE)
                .query((row, number) -> new Unencrypted(
                        row.getLong("position"),
                        row.getString("type"),
                        row.getString("revision"),
                        row.getString("payload"),
                        Optional.ofNullable(row.getString("person")).map(AccountId::new)))
                .list();
    }

    /**
     * A fact that cannot be read stays unchanged: the projections that need it park it, and the migration continues.
     */
    private boolean isEncrypted(Unencrypted fact, JdbcClient database, PersonalDataCipher cipher) {
        try {
            encrypt(fact, database, cipher);
            return true;
        } catch (UnreadableFact broken) {
            log.error(
                    "The {} at position {} cannot be read, and so not sealed: it says what it says for ever",
                    fact.type(),
                    fact.position(),
                    broken);
            return false;
        }
    }

    private void encrypt(Unencrypted fact, JdbcClient database, PersonalDataCipher cipher) {
        ObjectNode current = revisions.toCurrent(fact.type(), fact.revision(), json.readTree(fact.payload()));
        AccountId person = fact.person()
                .orElseThrow(() -> UnreadableFact.broken(fact.type(), fact.revision(), "nobody has said it", null));
        for (String component : List.copyOf(current.propertyNames())) {
            JsonNode said = current.get(component);
            if (said.isString()) {
                current.put(component, cipher.encryptPlain(person, said.stringValue()));
            }
        }
        database.sql("UPDATE store.fact SET payload = ?::jsonb, revision = ? WHERE position = ?")
                .params(current.toString(), revisions.currentOf(fact.type()), fact.position())
                .update();
    }

    private record Unencrypted(
            long position, String type, String revision, String payload, Optional<AccountId> person) {}
}
