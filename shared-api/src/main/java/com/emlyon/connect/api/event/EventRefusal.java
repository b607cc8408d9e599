package com.emlyon.connect.api.event;

import com.emlyon.platform.eventstore.refusal.Refusal;

/** Why a command to a campus event was refused. */
public sealed interface EventRefusal extends Refusal
        permits EventUnknown,
                EventNotYours,
                AlreadyJoined,
                NotJoined,
                CreatorCannotLeave,
                TooManyEventsToCome,
                TooManyEventsADay {}
