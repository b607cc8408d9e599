package com.emlyon.connect.api.event;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.refusal.Refusal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a campus event. */
public sealed interface EventCommand extends Command
        permits CreateEvent, UpdateEvent, CancelEvent, JoinEvent, LeaveEvent {

    /** The campus event that decides. */
    @TargetAggregateIdentifier
    EventId event();

    /** Who asks. */
    AccountId by();

    @Override
    default Refusal refusalWhenUnknown() {
        return new EventUnknown(event());
    }
}
