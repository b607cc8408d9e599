package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.Query;
import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks for the check-in of one student at the given moment; empty when there is none, or the student does not exist.
 */
public record ActiveCheckInOf(AccountId account, Instant now) implements Query<Optional<CheckInView>> {}
