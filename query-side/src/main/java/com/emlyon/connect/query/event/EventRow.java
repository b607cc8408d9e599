package com.emlyon.connect.query.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.query.account.AccountRow;
import com.emlyon.connect.query.account.Decryption;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A read-only row of {@code view.event} with its creator. */
@Entity
@Immutable
@Table(schema = "view", name = "event")
@SuppressWarnings("NullAway.Init") // Hibernate fills it
class EventRow {

    @Id
    private String id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "creator")
    private AccountRow creator;

    private String title;
    private String description;
    private Instant date;

    /** For Hibernate. */
    protected EventRow() {}

    String id() {
        return id;
    }

    AccountId creator() {
        return creator.id();
    }

    EventView view(List<StudentView> attendees, Decryption decryption) {
        return new EventView(
                new EventId(id),
                decryption.text(title),
                decryption.text(description),
                date,
                creator.student(decryption),
                attendees);
    }
}
