package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.Query;
import com.emlyon.connect.api.account.AccountId;
import java.util.Optional;

/** Asks whose check-in it is, expired or not; empty when it was replaced, taken back or never made. */
public record OwnerOfCheckIn(CheckInId checkIn) implements Query<Optional<AccountId>> {}
