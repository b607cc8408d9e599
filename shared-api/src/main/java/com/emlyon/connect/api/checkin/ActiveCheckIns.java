package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.Query;
import java.time.Instant;
import java.util.List;

/** Asks for all check-ins at the given moment, newest first. */
public record ActiveCheckIns(Instant now) implements Query<List<CheckInView>> {}
