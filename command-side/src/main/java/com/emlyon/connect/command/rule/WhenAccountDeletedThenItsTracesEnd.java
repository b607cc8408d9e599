package com.emlyon.connect.command.rule;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.EndPresence;
import com.emlyon.connect.api.event.CancelEvent;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import com.emlyon.connect.api.event.LeaveEvent;
import com.emlyon.connect.command.rule.Involvements.Involvement;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

/**
 * When an account is deleted, cancels its events, ends its check-in, and leaves the events that it joined. What a
 * concurrent request adds after the deletion is ended in the same way. After a crash, the rule begins again at the same
 * fact; commands that were already carried out are refused or change nothing, so nothing happens twice.
 */
@Component
@ProcessingGroup("rules")
class WhenAccountDeletedThenItsTracesEnd {

    private final Involvements involvements;
    private final CommandGateway commands;

    WhenAccountDeletedThenItsTracesEnd(Involvements involvements, CommandGateway commands) {
        this.involvements = involvements;
        this.commands = commands;
    }

    @EventHandler
    void on(EventCreated fact) {
        Involvement involvement = new Involvement(fact.creator(), fact.event(), true);
        involvements.add(involvement);
        if (involvements.isDeleted(fact.creator())) {
            end(involvement, fact.at());
        }
    }

    @EventHandler
    void on(EventJoined fact) {
        Involvement involvement = new Involvement(fact.account(), fact.event(), false);
        involvements.add(involvement);
        if (involvements.isDeleted(fact.account())) {
            end(involvement, fact.at());
        }
    }

    @EventHandler
    void on(EventLeft fact) {
        involvements.remove(fact.account(), fact.event());
    }

    @EventHandler
    void on(EventCancelled fact) {
        involvements.remove(fact.event());
    }

    @EventHandler
    void on(CheckedIn fact) {
        if (involvements.isDeleted(fact.account())) {
            endPresence(fact.account(), fact.at());
        }
    }

    @EventHandler
    void on(AccountDeleted fact) {
        involvements.markDeleted(fact.account());
        endPresence(fact.account(), fact.at());
        involvements.of(fact.account()).forEach(involvement -> end(involvement, fact.at()));
    }

    private void endPresence(AccountId account, Instant at) {
        send(new EndPresence(account, at));
    }

    private void end(Involvement involvement, Instant at) {
        send(
                involvement.creator()
                        ? new CancelEvent(involvement.event(), involvement.account(), at)
                        : new LeaveEvent(involvement.event(), involvement.account(), at));
    }

    private void send(Command command) {
        try {
            commands.sendAndWait(command);
        } catch (Refused | AggregateNotFoundException endedAlready) {
            // The fact is handled again after a crash, or another command has ended it meanwhile: the aim of the rule
            // is reached.
        }
    }
}
