package com.emlyon.connect.api.event;

import java.time.Instant;

/** The title, description and date of an event as the aggregate has them: the result of {@link UpdateEvent}. */
public record Invitation(String title, String description, Instant date) {}
