package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.refusal.Refusal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a student's presence. */
public sealed interface CheckInCommand extends Command permits CheckIn, CheckOut, EndPresence {

    /** Whose presence it is. */
    AccountId account();

    /** The presence that decides. */
    @TargetAggregateIdentifier
    default PresenceId presence() {
        return new PresenceId(account());
    }

    @Override
    default Refusal refusalWhenUnknown() {
        return new NotCheckedIn();
    }
}
