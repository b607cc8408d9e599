package com.emlyon.connect.app.history;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.app.vault.KeyVault;
import com.emlyon.connect.app.web.IsoMillis;
import com.emlyon.connect.query.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of {@code store.fact}, also those that no class can read any more. */
@Component
public class StoredStreams {

    private static final SqlFile STREAM = SqlFile.beside(StoredStreams.class, "read-stream.sql");
    private static final SqlFile ABOUT = SqlFile.beside(StoredStreams.class, "read-facts-about.sql");
    private static final SqlFile FACT = SqlFile.beside(StoredStreams.class, "read-fact.sql");
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;
    private final KeyVault vault;

    StoredStreams(JdbcClient database, JsonMapper json, KeyVault vault) {
        this.database = database;
        this.json = json;
        this.vault = vault;
    }

    /** A page of the facts of a stream, in order; empty when there is no such stream. */
    Optional<List<FactAnswer>> read(String stream, Page page) {
        List<FactAnswer> facts = database.sql(STREAM.statement())
                .params(stream, page.after(), page.limit())
                .query((row, number) -> fact(row))
                .list();
        return facts.isEmpty() && !exists(stream) ? Optional.empty() : Optional.of(facts);
    }

    /** All that was decided about a student, in the order of history. */
    public List<FactAnswer> about(AccountId student) {
        return database.sql(ABOUT.statement())
                .param("account", student.value())
                .query((row, number) -> fact(row))
                .list();
    }

    /** The fact at a position of all history; empty when history does not reach there. */
    public Optional<FactAnswer> at(long position) {
        return database.sql(FACT.statement())
                .param(position)
                .query((row, number) -> fact(row))
                .optional();
    }

    private boolean exists(String stream) {
        return database.sql("SELECT EXISTS (SELECT FROM store.fact WHERE stream = ?)")
                .param(stream)
                .query(Boolean.class)
                .single();
    }

    /** With what it says about persons in clear; about those who have gone it says just that. */
    private Map<String, @Nullable Object> revealed(String payload) {
        Map<String, @Nullable Object> said = json.readValue(payload, OBJECT);
        said.replaceAll((component, value) -> value instanceof String text
                ? vault.reveal(text)
                        .map(open -> json.convertValue(open, Object.class))
                        .orElse(StudentView.DELETED)
                : value);
        return said;
    }

    private FactAnswer fact(ResultSet row) throws SQLException {
        return new FactAnswer(
                row.getLong("position"),
                row.getLong("sequence"),
                row.getString("id"),
                row.getString("type"),
                row.getString("revision"),
                revealed(row.getString("payload")),
                row.getString("at"),
                IsoMillis.of(row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                row.getString("actor"),
                row.getString("command"),
                row.getString("command_id"),
                row.getString("cause"));
    }
}
