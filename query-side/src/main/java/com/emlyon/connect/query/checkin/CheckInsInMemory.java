package com.emlyon.connect.query.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.query.account.AccountsInMemory;
import com.emlyon.connect.query.table.Lookup;
import com.emlyon.connect.query.table.Row;
import com.emlyon.connect.query.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The check-ins that rows in memory say there are, ended by time or not; one shows together with its student, or not at all. */
public record CheckInsInMemory(Lookup rows) {

    /** Where they lie; the id of the student is the whole key. */
    public static final Table TABLE = CheckInProjection.CHECK_IN;

    private static final Comparator<CheckInView> NEWEST_FIRST = Comparator.comparing(CheckInView::at)
            .reversed()
            .thenComparing(checkIn -> checkIn.id().value());

    /** Where a student is; empty when nobody has been told. */
    public Optional<CheckInView> of(AccountId student) {
        return rows.find(TABLE, CheckInProjection.ACCOUNT.of(student.value())).flatMap(this::view);
    }

    /** All of them, in the order in which they are listed. */
    public List<CheckInView> newestFirst() {
        return all().sorted(NEWEST_FIRST).toList();
    }

    /** All of them, in no order. */
    public Stream<CheckInView> all() {
        return rows.all(TABLE).flatMap(row -> view(row).stream());
    }

    private Optional<CheckInView> view(Row row) {
        return new AccountsInMemory(rows)
                .student(new AccountId(row.text(CheckInProjection.ACCOUNT)))
                .map(student -> new CheckInView(
                        new CheckInId(row.text(CheckInProjection.ID)),
                        student,
                        row.text(CheckInProjection.PLACE),
                        row.decimal(CheckInProjection.LATITUDE),
                        row.decimal(CheckInProjection.LONGITUDE),
                        (String) row.value(CheckInProjection.EMOJI),
                        row.moment(CheckInProjection.AT)));
    }
}
