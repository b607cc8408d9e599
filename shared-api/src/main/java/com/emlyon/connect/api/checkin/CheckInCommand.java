package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.platform.eventstore.refusal.Refusal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The commands to a student's presence. */
public sealed interface CheckInCommand extends Command permits CheckIn, CheckOut, EndPresence {

    /** The student. */
    AccountId account();

    /** The presence that the command addresses. */
    @TargetAggregateIdentifier
    default PresenceId presence() {
        return new PresenceId(account());
    }

    @Override
    default Refusal refusalWhenUnknown() {
        return new NotCheckedIn();
    }
}
