package com.emlyon.connect.query.checkin;

import com.emlyon.platform.eventstore.sql.SingleStatements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads {@code view.check_in}. A check-in whose account has no row is left out. */
@SingleStatements
interface CheckInRows extends Repository<CheckInRow, String> {

    @Query("SELECT c FROM CheckInRow c JOIN FETCH c.student WHERE c.at > :since ORDER BY c.at DESC, c.id")
    List<CheckInRow> since(Instant since);

    @Query("SELECT c FROM CheckInRow c JOIN FETCH c.student s WHERE s.id = :account AND c.at > :since")
    Optional<CheckInRow> of(String account, Instant since);

    @Query("SELECT c FROM CheckInRow c JOIN FETCH c.student WHERE c.id = :checkIn")
    Optional<CheckInRow> named(String checkIn);
}
