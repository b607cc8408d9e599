package com.emlyon.connect.app.version;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.platform.eventstore.fact.Revisions;
import com.emlyon.platform.eventstore.fact.UnreadableFact;
import com.emlyon.platform.eventstore.personal.KeyVault;
import com.emlyon.platform.eventstore.personal.MasterKeys;
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
 * revision, and seals their personal data, once, before anything else happens. Their meaning stays the same.
 */
@Component
class SealsOldFacts implements JavaMigration {

    private static final Logger log = LoggerFactory.getLogger(SealsOldFacts.class);
    private static final SqlFile UNSEALED = SqlFile.beside(SealsOldFacts.class, "read-unsealed.sql");
    private static final int AT_ONCE = 500;

    private final Revisions revisions;
    private final MasterKeys masters;
    private final JsonMapper json = JsonMapper.shared();

    SealsOldFacts(Revisions revisions, MasterKeys masters) {
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
        KeyVault vault = KeyVault.alone(database, masters);
        database.sql("ALTER TABLE store.fact DISABLE TRIGGER facts_stay").update();
        long position = 0;
        long sealed = 0;
        List<Unsealed> some = unsealed(database, position);
        while (!some.isEmpty()) {
            sealed += some.stream()
                    .filter(fact -> isSealed(fact, database, vault))
                    .count();
            position = some.getLast().position();
            some = unsealed(database, position);
        }
        database.sql("ALTER TABLE store.fact ENABLE TRIGGER facts_stay").update();
        if (sealed > 0) {
            log.warn(
                    "Sealed what {} old facts say about persons. Their former text lies in the files of the database until"
                            + " you run VACUUM FULL store.fact, and in older backups",
                    sealed);
        }
    }

    private static List<Unsealed> unsealed(JdbcClient database, long position) {
        return database.sql(UNSEALED.statement())
                .params(position, AT_ONCE)
                .query((row, number) -> new Unsealed(
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
    private boolean isSealed(Unsealed fact, JdbcClient database, KeyVault vault) {
        try {
            seal(fact, database, vault);
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

    private void seal(Unsealed fact, JdbcClient database, KeyVault vault) {
        ObjectNode current = revisions.toCurrent(fact.type(), fact.revision(), json.readTree(fact.payload()));
        AccountId person = fact.person()
                .orElseThrow(() -> UnreadableFact.broken(fact.type(), fact.revision(), "nobody has said it", null));
        for (String component : List.copyOf(current.propertyNames())) {
            JsonNode said = current.get(component);
            if (said.isString()) {
                current.put(component, vault.sealPlain(person, said.stringValue()));
            }
        }
        database.sql("UPDATE store.fact SET payload = ?::jsonb, revision = ? WHERE position = ?")
                .params(current.toString(), revisions.currentOf(fact.type()), fact.position())
                .update();
    }

    private record Unsealed(long position, String type, String revision, String payload, Optional<AccountId> person) {}
}
