package com.emlyon.connect.api.event;

import java.time.Instant;

/** What an event says of itself, as the aggregate has it: the answer to {@link UpdateEvent}. */
public record Invitation(String title, String description, Instant date) {}
