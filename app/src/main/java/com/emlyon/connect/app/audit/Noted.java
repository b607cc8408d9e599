package com.emlyon.connect.app.audit;

import java.time.Instant;

/** A note, and when it was taken. */
record Noted(Instant at, Note note) {}
