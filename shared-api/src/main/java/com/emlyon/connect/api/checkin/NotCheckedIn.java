package com.emlyon.connect.api.checkin;

/** There is no such check-in, or no longer. */
public record NotCheckedIn() implements CheckInRefusal {}
