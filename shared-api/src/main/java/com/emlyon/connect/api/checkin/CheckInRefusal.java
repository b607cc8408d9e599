package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.refusal.Refusal;

/** Why a command to a presence was refused. */
public sealed interface CheckInRefusal extends Refusal permits NotCheckedIn, CheckInNotYours {}
