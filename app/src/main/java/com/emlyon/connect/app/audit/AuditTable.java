package com.emlyon.connect.app.audit;

import com.emlyon.connect.app.web.IsoMillis;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the table of entries. The database numbers and chains them. */
@Component
class AuditTable {

    private static final SqlFile ENTER = SqlFile.beside(AuditTable.class, "enter.sql");
    private static final SqlFile SEARCH = SqlFile.beside(AuditTable.class, "search.sql");
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcTemplate database;
    private final JsonMapper json;

    AuditTable(JdbcTemplate database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Enters notes in a transaction of their own. It has a single statement, so that the lock on the end of the chain
     * is not held during a slow round trip.
     */
    void enter(List<Noted> notes) {
        database.execute((Connection connection) -> {
            enter(notes, connection);
            return null;
        });
    }

    /** Enters notes in the transaction of the caller. */
    void enter(List<Noted> notes, Connection transaction) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(ENTER.statement())) {
            setColumn(statement, 1, notes, noted -> IsoMillis.of(noted.at()));
            setColumn(statement, 2, notes, noted -> noted.note().kind().name());
            setColumn(statement, 3, notes, noted -> noted.note().actor());
            setColumn(statement, 4, notes, noted -> noted.note().subject());
            setColumn(statement, 5, notes, noted -> noted.note().address());
            setColumn(
                    statement,
                    6,
                    notes,
                    noted -> json.writeValueAsString(noted.note().details()));
            statement.executeUpdate();
        }
    }

    private static void setColumn(
            PreparedStatement statement, int index, List<Noted> notes, Function<Noted, @Nullable String> column)
            throws SQLException {
        @Nullable String[] values = new @Nullable String[notes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(notes.get(i));
        }
        statement.setArray(index, statement.getConnection().createArrayOf("text", values));
    }

    /** Returns the present end of the chain. */
    ChainEnd end() {
        return JdbcClient.create(database)
                .sql("SELECT number, encode(hash, 'hex') AS hash FROM store.audit_end")
                .query((row, number) -> new ChainEnd(row.getLong("number"), row.getString("hash")))
                .single();
    }

    /** Returns a page of entries, newest first. */
    List<EntryAnswer> find(Search search) {
        return JdbcClient.create(database)
                .sql(SEARCH.statement())
                .param("before", search.before())
                .param("kind", search.kind().map(Kind::name).orElse(null))
                .param("account", search.account().orElse(null))
                .param(
                        "from",
                        search.from()
                                .map(moment -> moment.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param(
                        "until",
                        search.until()
                                .map(moment -> moment.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("limit", search.limit())
                .query((row, number) -> entry(row))
                .list();
    }

    private EntryAnswer entry(ResultSet row) throws SQLException {
        return new EntryAnswer(
                row.getLong("number"),
                IsoMillis.of(row.getObject("at", OffsetDateTime.class).toInstant()),
                row.getString("kind"),
                row.getString("actor"),
                row.getString("subject"),
                row.getString("address"),
                Optional.ofNullable(row.getString("details"))
                        .map(details -> json.readValue(details, OBJECT))
                        .orElse(Map.of()),
                row.getString("hash"));
    }
}
