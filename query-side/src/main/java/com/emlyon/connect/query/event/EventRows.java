package com.emlyon.connect.query.event;

import com.emlyon.platform.eventstore.sql.SingleStatements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads {@code view.event}. An event whose creator has no row is left out. */
@SingleStatements
interface EventRows extends Repository<EventRow, String> {

    @Query("SELECT e FROM EventRow e JOIN FETCH e.creator ORDER BY e.date, e.id")
    List<EventRow> all();

    @Query("""
            SELECT e FROM EventRow e JOIN FETCH e.creator WHERE e.date >= :from AND e.date < :until ORDER BY e.date, e.id
            """)
    List<EventRow> between(Instant from, Instant until);

    @Query("SELECT e FROM EventRow e JOIN FETCH e.creator WHERE e.id = :event")
    Optional<EventRow> named(String event);
}
