package com.emlyon.connect.query.event;

import com.emlyon.platform.eventstore.sql.SingleStatements;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads {@code view.attendance}, in the order of joining. */
@SingleStatements
interface AttendanceRows extends Repository<AttendanceRow, AttendanceRow.Key> {

    @Query("SELECT a FROM AttendanceRow a JOIN FETCH a.student ORDER BY a.joined")
    List<AttendanceRow> all();

    @Query("""
            SELECT a FROM AttendanceRow a JOIN FETCH a.student JOIN EventRow e ON e.id = a.event
            WHERE e.date >= :from AND e.date < :until ORDER BY a.joined
            """)
    List<AttendanceRow> between(Instant from, Instant until);

    @Query("SELECT a FROM AttendanceRow a JOIN FETCH a.student WHERE a.event = :event ORDER BY a.joined")
    List<AttendanceRow> of(String event);
}
