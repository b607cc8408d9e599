package com.emlyon.connect.query.event;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads {@code view.attendance}, in the order of joining. */
interface AttendanceRows extends Repository<AttendanceRow, AttendanceRow.Key> {

    @Query("SELECT a FROM AttendanceRow a JOIN FETCH a.student ORDER BY a.joined")
    List<AttendanceRow> all();

    @Query("""
            SELECT a FROM AttendanceRow a JOIN FETCH a.student JOIN EventRow e ON e.id = a.event
            WHERE e.date >= :from ORDER BY a.joined
            """)
    List<AttendanceRow> from(Instant from);

    @Query("SELECT a FROM AttendanceRow a JOIN FETCH a.student WHERE a.event = :event ORDER BY a.joined")
    List<AttendanceRow> of(String event);
}
