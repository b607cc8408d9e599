package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.Moment;
import com.emlyon.connect.api.Query;
import com.emlyon.connect.api.account.AccountId;
import java.util.Optional;

/** Asks for the check-in of one student at a moment; empty when there was none, or the student did not exist. */
public record CheckInOfStudentAt(AccountId account, Moment moment) implements Query<Optional<CheckInView>> {}
