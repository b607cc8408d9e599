package com.emlyon.connect.command.event;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.AlreadyJoined;
import com.emlyon.connect.api.event.CancelEvent;
import com.emlyon.connect.api.event.CreateEvent;
import com.emlyon.connect.api.event.CreatorCannotLeave;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCommand;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import com.emlyon.connect.api.event.EventNotYours;
import com.emlyon.connect.api.event.EventUnknown;
import com.emlyon.connect.api.event.EventUpdated;
import com.emlyon.connect.api.event.Invitation;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.api.event.LeaveEvent;
import com.emlyon.connect.api.event.NotJoined;
import com.emlyon.connect.api.event.UpdateEvent;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * A campus event. Its creator takes part, and is the only one who may change or cancel it; each student joins at most
 * once.
 */
@Aggregate(snapshotTriggerDefinition = "snapshotsOfLongStreams", cache = "eventsInMemory")
@StoredAs(value = "CampusEvent", revision = "2")
class CampusEvent {

    @AggregateIdentifier
    private EventId id;

    private AccountId creator;

    private Personal<String> title;

    private Personal<String> description;

    private Instant date;

    private boolean cancelled;

    /** Not final, because deserializing a snapshot sets the fields, and would silently skip a final one. */
    private Set<AccountId> attendees = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init") // Axon fills it from its facts
    CampusEvent() {}

    @CommandHandler
    @SuppressWarnings("NullAway.Init") // the fact that it applies fills it
    CampusEvent(CreateEvent command, EventQuota quota) {
        quota.create(command.event(), command.by(), command.date());
        apply(new EventCreated(
                command.event(),
                command.by(),
                Personal.of(command.by(), command.title()),
                Personal.of(command.by(), command.description()),
                command.date(),
                command.at()));
    }

    @CommandHandler
    Invitation update(UpdateEvent command, PersonalDataReader personalData, EventQuota quota) {
        refuseUnlessCreator(command);
        Invitation invitation = new Invitation(opened(title, personalData), opened(description, personalData), date);
        Invitation updated = new Invitation(
                command.title().orElse(invitation.title()),
                command.description().orElse(invitation.description()),
                command.date().orElse(invitation.date()));
        if (!updated.date().equals(date)) {
            quota.move(id, creator, updated.date());
        }
        if (!updated.equals(invitation)) {
            apply(new EventUpdated(
                    id,
                    Personal.of(creator, updated.title()),
                    Personal.of(creator, updated.description()),
                    updated.date(),
                    command.at()));
        }
        return updated;
    }

    /**
     * When the creator's account is deleted, the texts cannot be decrypted, and the event will soon be cancelled; so it
     * counts as unknown.
     */
    private String opened(Personal<String> said, PersonalDataReader personalData) {
        return personalData.text(said).orElseThrow(() -> new Refused(new EventUnknown(id)));
    }

    @CommandHandler
    void cancel(CancelEvent command, EventQuota quota) {
        refuseUnlessCreator(command);
        quota.cancel(id);
        apply(new EventCancelled(id, command.at()));
    }

    @CommandHandler
    void join(JoinEvent command) {
        refuseWhenCancelled();
        if (attendees.contains(command.by())) {
            throw new Refused(new AlreadyJoined(id));
        }
        apply(new EventJoined(id, command.by(), command.at()));
    }

    @CommandHandler
    void leave(LeaveEvent command) {
        refuseWhenCancelled();
        if (creator.equals(command.by())) {
            throw new Refused(new CreatorCannotLeave(id));
        }
        if (!attendees.contains(command.by())) {
            throw new Refused(new NotJoined(id));
        }
        apply(new EventLeft(id, command.by(), command.at()));
    }

    private void refuseUnlessCreator(EventCommand command) {
        refuseWhenCancelled();
        if (!creator.equals(command.by())) {
            throw new Refused(new EventNotYours(id));
        }
    }

    private void refuseWhenCancelled() {
        if (cancelled) {
            throw new Refused(new EventUnknown(id));
        }
    }

    @EventSourcingHandler
    void on(EventCreated fact) {
        id = fact.event();
        creator = fact.creator();
        title = fact.title();
        description = fact.description();
        date = fact.date();
        attendees.add(fact.creator());
    }

    @EventSourcingHandler
    void on(EventUpdated fact) {
        title = fact.title();
        description = fact.description();
        date = fact.date();
    }

    @EventSourcingHandler
    void on(EventCancelled fact) {
        cancelled = true;
    }

    @EventSourcingHandler
    void on(EventJoined fact) {
        attendees.add(fact.account());
    }

    @EventSourcingHandler
    void on(EventLeft fact) {
        attendees.remove(fact.account());
    }
}
