package com.emlyon.connect.query.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.checkin.Whereabouts;
import com.emlyon.connect.query.account.AccountsInMemory;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.projections.table.Lookup;
import com.emlyon.platform.projections.table.Row;
import com.emlyon.platform.projections.table.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads check-ins from rows in memory, including those that have ended by time. A check-in whose account has no row is
 * left out.
 */
public record CheckInsInMemory(Lookup rows, PersonalDataReader personalData) {

    /** The table of the check-ins; its whole key is the id of the student. */
    public static final Table TABLE = CheckInProjection.CHECK_IN;

    /** The whereabouts shown for a check-in that cannot be decrypted, because the account is deleted. */
    private static final Whereabouts NOWHERE = new Whereabouts(StudentView.DELETED, 0, 0, null);

    private static final Comparator<CheckInView> NEWEST_FIRST = Comparator.comparing(CheckInView::at)
            .reversed()
            .thenComparing(checkIn -> checkIn.id().value());

    /**
     * The check-in of a student, also when its whereabouts cannot be decrypted any more; empty when the student has
     * none.
     */
    public Optional<CheckInView> of(AccountId student) {
        return row(student).flatMap(row -> view(row, where(row).orElse(NOWHERE)));
    }

    /** The check-in of a student; empty when there is none, or its whereabouts cannot be decrypted any more. */
    public Optional<CheckInView> readable(AccountId student) {
        return row(student).flatMap(this::view);
    }

    /** The check-ins that match, newest first; whereabouts that cannot be decrypted any more are replaced. */
    public List<CheckInView> newestFirst(Predicate<Stay> wanted) {
        List<Row> shown = rows.all(TABLE).filter(row -> wanted.test(stay(row))).toList();
        personalData.expect(shown.stream().map(row -> stay(row).student()).toList());
        return shown.stream()
                .flatMap(row -> view(row, where(row).orElse(NOWHERE)).stream())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** All check-ins, each with its student and its beginning, in no order. */
    public Stream<Stay> all() {
        return rows.all(TABLE)
                .map(CheckInsInMemory::stay)
                .filter(stay -> accounts().has(stay.student()));
    }

    private Optional<Row> row(AccountId student) {
        return rows.find(TABLE, CheckInProjection.ACCOUNT.of(student.value()));
    }

    private Optional<CheckInView> view(Row row) {
        return where(row).flatMap(where -> view(row, where));
    }

    private Optional<CheckInView> view(Row row, Whereabouts where) {
        Stay stay = stay(row);
        return accounts()
                .student(stay.student())
                .map(student ->
                        CheckInView.of(new CheckInId(row.text(CheckInProjection.ID)), student, where, stay.since()));
    }

    private Optional<Whereabouts> where(Row row) {
        return personalData.decrypt(Personal.encrypted(row.text(CheckInProjection.WHEREABOUTS)), Whereabouts.class);
    }

    private AccountsInMemory accounts() {
        return new AccountsInMemory(rows, personalData);
    }

    private static Stay stay(Row row) {
        return new Stay(new AccountId(row.text(CheckInProjection.ACCOUNT)), row.moment(CheckInProjection.AT));
    }

    /** A student's check-in without its whereabouts. */
    public record Stay(AccountId student, Instant since) {}
}
