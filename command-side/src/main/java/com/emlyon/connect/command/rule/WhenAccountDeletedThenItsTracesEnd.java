package com.emlyon.connect.command.rule;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.EndPresence;
import com.emlyon.connect.api.event.CancelEvent;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import com.emlyon.connect.api.event.LeaveEvent;
import com.emlyon.connect.command.rule.Involvements.Involvement;
import com.emlyon.platform.eventstore.axon.FollowUpCommands;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.refusal.Refused;
import com.emlyon.platform.projections.reaction.Reaction;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

/**
 * When an account is deleted, cancels its events, ends its check-in, and leaves the events that it joined. What a
 * concurrent request adds after the deletion is ended in the same way. After a crash, the rule begins again at the same
 * fact; commands that were already carried out are refused or change nothing, so nothing happens twice.
 */
@Component
class WhenAccountDeletedThenItsTracesEnd implements Reaction {

    private final Involvements involvements;
    private final FollowUpCommands commands;

    WhenAccountDeletedThenItsTracesEnd(Involvements involvements, FollowUpCommands commands) {
        this.involvements = involvements;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(
                EventCreated.class,
                EventJoined.class,
                EventLeft.class,
                EventCancelled.class,
                CheckedIn.class,
                AccountDeleted.class);
    }

    @Override
    public void react(Fact fact, long position) {
        switch (fact) {
            case EventCreated created ->
                begin(new Involvement(created.creator(), created.event(), true), fact, position);
            case EventJoined joined -> begin(new Involvement(joined.account(), joined.event(), false), fact, position);
            case EventLeft left -> involvements.remove(left.account(), left.event());
            case EventCancelled cancelled -> involvements.remove(cancelled.event());
            case CheckedIn checkedIn -> {
                if (involvements.isDeleted(checkedIn.account())) {
                    send(new EndPresence(checkedIn.account(), fact.at()), position);
                }
            }
            case AccountDeleted deleted -> {
                involvements.markDeleted(deleted.account());
                send(new EndPresence(deleted.account(), fact.at()), position);
                involvements.of(deleted.account()).forEach(involvement -> end(involvement, fact.at(), position));
            }
            default -> throw new IllegalArgumentException("No rule about " + fact.getClass());
        }
    }

    private void begin(Involvement involvement, Fact fact, long position) {
        involvements.add(involvement);
        if (involvements.isDeleted(involvement.account())) {
            end(involvement, fact.at(), position);
        }
    }

    private void end(Involvement involvement, Instant at, long because) {
        send(
                involvement.creator()
                        ? new CancelEvent(involvement.event(), involvement.account(), at)
                        : new LeaveEvent(involvement.event(), involvement.account(), at),
                because);
    }

    private void send(Command command, long because) {
        try {
            commands.send(command, because);
        } catch (Refused | AggregateNotFoundException endedAlready) {
            // The fact is handled again after a crash, or another command has ended it meanwhile: the aim of the rule
            // is reached.
        }
    }
}
