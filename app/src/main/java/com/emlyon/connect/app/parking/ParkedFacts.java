package com.emlyon.connect.app.parking;

import com.emlyon.connect.app.history.StoredStreams;
import com.emlyon.connect.app.web.IsoMillis;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which facts are parked. */
@Component
public class ParkedFacts {

    private static final SqlFile PARKED = SqlFile.beside(ParkedFacts.class, "read-parked.sql");

    private final JdbcClient database;
    private final StoredStreams streams;

    ParkedFacts(JdbcClient database, StoredStreams streams) {
        this.database = database;
        this.streams = streams;
    }

    /** All facts that a projection has parked, in the order of history; those that readers miss come first. */
    public List<ParkedFact> of(String projection) {
        return read(projection, null);
    }

    /** A parked fact in detail; empty when none is parked at the position. */
    public Optional<ParkedFactInDetail> at(String projection, long position) {
        List<ParkedFact> stream = read(projection, position);
        List<ParkedFact> here =
                stream.stream().filter(fact -> fact.position() == position).toList();
        return here.isEmpty()
                ? Optional.empty()
                : streams.at(position)
                        .map(fact -> new ParkedFactInDetail(
                                fact,
                                here,
                                stream.stream()
                                        .map(ParkedFact::position)
                                        .filter(other -> other > position)
                                        .distinct()
                                        .sorted()
                                        .toList()));
    }

    private List<ParkedFact> read(String projection, @Nullable Long position) {
        return database.sql(PARKED.statement())
                .param("projection", projection)
                .param("position", position, Types.BIGINT)
                .query((row, number) -> parked(row))
                .list();
    }

    private static ParkedFact parked(ResultSet row) throws SQLException {
        return new ParkedFact(
                row.getLong("position"),
                row.getString("stream"),
                row.getString("type"),
                row.getString("failure"),
                IsoMillis.of(row.getObject("parked_at", OffsetDateTime.class).toInstant()),
                row.getInt("generation"),
                row.getString("state").equals("SERVING"));
    }
}
