package com.emlyon.connect.api.event;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.platform.eventstore.refusal.Refusal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The commands to a campus event. */
public sealed interface EventCommand extends Command
        permits CreateEvent, UpdateEvent, CancelEvent, JoinEvent, LeaveEvent {

    /** The campus event that the command addresses. */
    @TargetAggregateIdentifier
    EventId event();

    /** The student who sends the command. */
    AccountId by();

    @Override
    default Refusal refusalWhenUnknown() {
        return new EventUnknown(event());
    }
}
