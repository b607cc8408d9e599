package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.Query;
import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Asks where one student is at the given moment; empty when they have not said, or do not exist. */
public record ActiveCheckInOf(AccountId account, Instant now) implements Query<Optional<CheckInView>> {}
