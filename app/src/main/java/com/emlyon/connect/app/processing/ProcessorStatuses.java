package com.emlyon.connect.app.processing;

import com.emlyon.connect.app.processing.ProcessorStatus.Build;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the status of all processors and projections, on whichever node they run, with one query. */
@Component
public class ProcessorStatuses {

    private static final SqlFile STANDINGS = SqlFile.beside(ProcessorStatuses.class, "standings.sql");

    private final String subscribedFactTypes;

    ProcessorStatuses(SubscribedFactTypes subscribedFactTypes) {
        this.subscribedFactTypes = JsonWriter.standard().writeToString(subscribedFactTypes.factsByProcessor());
    }

    /**
     * Reads the status of all, ordered by name.
     *
     * @param database the connections to use
     * @param mostMissing how many missing facts are counted at most for each
     */
    public List<ProcessorStatus> seenBy(JdbcClient database, long mostMissing) {
        return database.sql(STANDINGS.statement())
                .param("interests", subscribedFactTypes)
                .param("most", mostMissing)
                .query((row, number) -> standing(row))
                .list();
    }

    private static ProcessorStatus standing(ResultSet row) throws SQLException {
        return new ProcessorStatus(
                row.getString("name"),
                row.getLong("head"),
                row.getLong("position"),
                row.getLong("missing"),
                row.getDouble("seconds"),
                row.getInt("generation"),
                row.getBoolean("failed"),
                build(row));
    }

    private static @Nullable Build build(ResultSet row) throws SQLException {
        OffsetDateTime startedAt = row.getObject("started_at", OffsetDateTime.class);
        if (startedAt == null) {
            return null;
        }
        double pace = row.getDouble("pace");
        return new Build(
                startedAt.toInstant(),
                row.getLong("facts_done"),
                row.getLong("facts_total"),
                row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(pace));
    }
}
