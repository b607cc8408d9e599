package com.emlyon.connect.api.checkin;

/** The check-in belongs to another student. */
public record CheckInNotYours() implements CheckInRefusal {}
