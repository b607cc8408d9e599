package com.emlyon.connect.query.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.query.account.AccountRow;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code view.check_in} with its student, only read here. */
@Entity
@Immutable
@Table(schema = "view", name = "check_in")
@SuppressWarnings("NullAway.Init") // Hibernate fills it
class CheckInRow {

    @Id
    private String id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account")
    private AccountRow student;

    private String place;
    private double latitude;
    private double longitude;
    private @Nullable String emoji;
    private Instant at;

    /** For Hibernate. */
    protected CheckInRow() {}

    CheckInView view() {
        return new CheckInView(new CheckInId(id), student.student(), place, latitude, longitude, emoji, at);
    }

    AccountId owner() {
        return student.student().id();
    }
}
