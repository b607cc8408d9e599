package com.emlyon.connect.api.checkin;

/** The check-in does not exist, or not any more. */
public record NotCheckedIn() implements CheckInRefusal {}
