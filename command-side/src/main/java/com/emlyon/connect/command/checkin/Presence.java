package com.emlyon.connect.command.checkin;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckIn;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckIns;
import com.emlyon.connect.api.checkin.CheckOut;
import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.CheckedOut;
import com.emlyon.connect.api.checkin.EndPresence;
import com.emlyon.connect.api.checkin.NotCheckedIn;
import com.emlyon.connect.api.checkin.PresenceId;
import com.emlyon.connect.api.checkin.Whereabouts;
import com.emlyon.platform.eventstore.fact.StoredAs;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The presence of one student: at most one check-in at a time; a new check-in ends the former one with the same
 * command.
 */
@Aggregate(snapshotTriggerDefinition = "snapshotsOfLongStreams", cache = "presencesInMemory")
@StoredAs("Presence")
class Presence {

    @AggregateIdentifier
    private PresenceId id;

    private @Nullable CheckInId active;

    @SuppressWarnings("NullAway.Init") // Axon fills it from its facts
    Presence() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void checkIn(CheckIn command) {
        endActive(command.account(), command.at());
        apply(new CheckedIn(
                command.account(),
                command.checkIn(),
                Personal.of(
                        command.account(),
                        new Whereabouts(command.place(), command.latitude(), command.longitude(), command.emoji())),
                command.at(),
                command.at().plus(CheckIns.LIFETIME)));
    }

    @CommandHandler
    void checkOut(CheckOut command) {
        if (!command.checkIn().equals(active)) {
            throw new Refused(new NotCheckedIn());
        }
        endActive(command.account(), command.at());
    }

    @CommandHandler
    void end(EndPresence command) {
        endActive(command.account(), command.at());
    }

    private void endActive(AccountId account, Instant at) {
        if (active != null) {
            apply(new CheckedOut(account, active, at));
        }
    }

    @EventSourcingHandler
    void on(CheckedIn fact) {
        id = new PresenceId(fact.account());
        active = fact.checkIn();
    }

    @EventSourcingHandler
    void on(CheckedOut fact) {
        active = null;
    }
}
