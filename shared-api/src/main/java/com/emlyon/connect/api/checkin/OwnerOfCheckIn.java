package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.Query;
import com.emlyon.connect.api.account.AccountId;
import java.util.Optional;

/** Asks for the student of a check-in, expired or not; empty when it was replaced, ended or never made. */
public record OwnerOfCheckIn(CheckInId checkIn) implements Query<Optional<AccountId>> {}
