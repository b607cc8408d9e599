package com.emlyon.platform.projections.status;

import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.reaction.Reaction;
import com.emlyon.platform.projections.status.ProcessorStatus.Build;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.json.JsonWriter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the status of all projections and reactions, on whichever node they run, with one query. */
public class ProcessorStatuses {

    private static final SqlFile STATUSES = SqlFile.beside(ProcessorStatuses.class, "processor-statuses.sql");

    private final String subscribedFactTypes;
    private final Set<String> reactions;

    ProcessorStatuses(SubscribedFactTypes subscribedFactTypes, ObjectProvider<Reaction> reactions) {
        this.reactions = reactions.stream().map(Reaction::name).collect(Collectors.toSet());
        this.subscribedFactTypes = JsonWriter.standard().writeToString(subscribedFactTypes.factsByProcessor());
    }

    /**
     * Reads the status of all, ordered by name.
     *
     * @param database the connections to use
     * @param mostMissing how many missing facts are counted at most for each
     */
    public List<ProcessorStatus> seenBy(JdbcClient database, long mostMissing) {
        return database.sql(STATUSES.statement())
                .param("types", subscribedFactTypes)
                .param("most", mostMissing)
                .query((row, number) -> status(row))
                .list();
    }

    private ProcessorStatus status(ResultSet row) throws SQLException {
        return new ProcessorStatus(
                row.getString("name"),
                row.getLong("head"),
                row.getLong("position"),
                row.getLong("missing"),
                row.getDouble("seconds"),
                reactions.contains(row.getString("name")) ? 0 : row.getInt("generation"),
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
