package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.Moment;
import com.emlyon.connect.api.Query;
import java.util.Optional;

/** Asks for one check-in as it was at a moment; empty when it was not shown then. */
public record CheckInAt(CheckInId checkIn, Moment moment) implements Query<Optional<CheckInView>> {}
