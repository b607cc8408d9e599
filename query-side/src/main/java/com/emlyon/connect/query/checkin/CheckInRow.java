package com.emlyon.connect.query.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.checkin.Whereabouts;
import com.emlyon.connect.query.account.AccountRow;
import com.emlyon.connect.query.account.Decryption;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A read-only row of {@code view.check_in} with its student. */
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

    private String whereabouts;
    private Instant at;

    /** For Hibernate. */
    protected CheckInRow() {}

    /** Empty when the whereabouts cannot be decrypted any more. */
    Optional<CheckInView> view(PersonalDataReader personalData) {
        return personalData
                .decrypt(Personal.encrypted(whereabouts), Whereabouts.class)
                .map(where ->
                        CheckInView.of(new CheckInId(id), student.student(new Decryption(personalData)), where, at));
    }

    AccountId owner() {
        return student.id();
    }
}
