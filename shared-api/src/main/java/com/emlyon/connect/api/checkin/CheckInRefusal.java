package com.emlyon.connect.api.checkin;

import com.emlyon.platform.eventstore.refusal.Refusal;

/** Why a command to a presence was refused. */
public sealed interface CheckInRefusal extends Refusal permits NotCheckedIn, CheckInNotYours {}
