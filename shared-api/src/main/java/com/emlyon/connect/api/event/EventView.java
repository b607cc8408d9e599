package com.emlyon.connect.api.event;

import com.emlyon.connect.api.account.StudentView;
import java.time.Instant;
import java.util.List;

/** A campus event as the read model shows it; attendees in the order of joining, the creator first. */
public record EventView(
        EventId id, String title, String description, Instant date, StudentView creator, List<StudentView> attendees) {}
