package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.Moment;
import com.emlyon.connect.api.Query;
import com.emlyon.connect.api.account.AccountId;
import java.util.Optional;

/** Asks where one student was at a moment; empty when they had not said, or did not exist. */
public record CheckInOfStudentAt(AccountId account, Moment moment) implements Query<Optional<CheckInView>> {}
