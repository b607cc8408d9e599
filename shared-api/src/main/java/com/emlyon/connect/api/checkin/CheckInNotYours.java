package com.emlyon.connect.api.checkin;

/** The check-in is somebody else's. */
public record CheckInNotYours() implements CheckInRefusal {}
