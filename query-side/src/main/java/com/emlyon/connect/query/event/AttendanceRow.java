package com.emlyon.connect.query.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.query.account.AccountRow;
import com.emlyon.connect.query.account.Decryption;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A read-only row of {@code view.attendance} with its student. */
@Entity
@Immutable
@IdClass(AttendanceRow.Key.class)
@Table(schema = "view", name = "attendance")
@SuppressWarnings("NullAway.Init") // Hibernate fills it
class AttendanceRow {

    @Id
    private String event;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account")
    private AccountRow student;

    private long joined;

    /** For Hibernate. */
    protected AttendanceRow() {}

    String event() {
        return event;
    }

    AccountId account() {
        return student.id();
    }

    StudentView student(Decryption decryption) {
        return student.student(decryption);
    }

    /** The key: an event and an attendee. */
    record Key(String event, String student) implements Serializable {}
}
