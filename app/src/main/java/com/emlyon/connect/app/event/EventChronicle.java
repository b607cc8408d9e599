package com.emlyon.connect.app.event;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventFact;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import com.emlyon.connect.api.event.EventUpdated;
import com.emlyon.connect.api.event.Invitation;
import com.emlyon.connect.app.event.EventHistoryEntry.Kind;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one campus event, built from its facts. Only attendees may read it: students who have left may not.
 * After the event is cancelled no one can join or leave, so the last attendees may still read it.
 */
final class EventChronicle {

    private final PersonalDataReader personalData;
    private final List<EventHistoryEntry> happenings = new ArrayList<>();
    private final Set<AccountId> attendees = new HashSet<>();
    private @Nullable AccountId creator;
    private @Nullable Invitation invitation;

    /** Decrypts the texts of the creator with the keys of the cipher. */
    EventChronicle(PersonalDataReader personalData) {
        this.personalData = personalData;
    }

    /** Adds the next fact. */
    void add(EventFact fact) {
        switch (fact) {
            case EventCreated created -> {
                creator = created.creator();
                attendees.add(created.creator());
                invite(fact, Kind.CREATED, invitation(created.title(), created.description(), created.date()));
            }
            case EventUpdated updated ->
                invite(fact, Kind.UPDATED, invitation(updated.title(), updated.description(), updated.date()));
            case EventJoined joined -> {
                attendees.add(joined.account());
                tell(fact, Kind.JOINED, joined.account());
            }
            case EventLeft left -> {
                attendees.remove(left.account());
                tell(fact, Kind.LEFT, left.account());
            }
            case EventCancelled cancelled -> tell(fact, Kind.CANCELLED, creator());
        }
    }

    private Invitation invitation(Personal<String> title, Personal<String> description, Instant date) {
        return new Invitation(opened(title), opened(description), date);
    }

    private String opened(Personal<String> said) {
        return personalData.text(said).orElse(StudentView.DELETED);
    }

    private void invite(EventFact fact, Kind kind, Invitation next) {
        happenings.add(new EventHistoryEntry(kind, fact.at(), creator(), Changes.between(invitation, next)));
        invitation = next;
    }

    private void tell(EventFact fact, Kind kind, AccountId student) {
        happenings.add(new EventHistoryEntry(kind, fact.at(), student, Changes.NONE));
    }

    private AccountId creator() {
        return Objects.requireNonNull(creator, "An event begins with its creation");
    }

    /** Whether there were no facts, which means that the event does not exist. */
    boolean isEmpty() {
        return happenings.isEmpty();
    }

    /** Whether the student is an attendee, or was one when the event was cancelled. */
    boolean isFor(AccountId student) {
        return attendees.contains(student);
    }

    /** All students who did something to the event. */
    Set<AccountId> students() {
        return happenings.stream().map(EventHistoryEntry::student).collect(toUnmodifiableSet());
    }

    /** All entries, oldest first. */
    List<EventHistoryEntry> happenings() {
        return List.copyOf(happenings);
    }
}
