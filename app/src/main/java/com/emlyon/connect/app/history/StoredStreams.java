package com.emlyon.connect.app.history;

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

/** Reads the rows of {@code store.fact} as they are, also those that no class can read any more. */
@Component
public class StoredStreams {

    private static final SqlFile STREAM = SqlFile.beside(StoredStreams.class, "read-stream.sql");
    private static final SqlFile FACT = SqlFile.beside(StoredStreams.class, "read-fact.sql");
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    StoredStreams(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A page of the facts of a stream, in order; empty when there is no such stream. */
    Optional<List<FactAnswer>> read(String stream, Page page) {
        List<FactAnswer> facts = database.sql(STREAM.statement())
                .params(stream, page.after(), page.limit())
                .query((row, number) -> fact(row))
                .list();
        return facts.isEmpty() && !exists(stream) ? Optional.empty() : Optional.of(facts);
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

    private FactAnswer fact(ResultSet row) throws SQLException {
        return new FactAnswer(
                row.getLong("position"),
                row.getLong("sequence"),
                row.getString("id"),
                row.getString("type"),
                row.getString("revision"),
                json.readValue(row.getString("payload"), OBJECT),
                row.getString("at"),
                IsoMillis.of(row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                row.getString("actor"),
                row.getString("command"),
                row.getString("command_id"),
                row.getString("cause"));
    }
}
