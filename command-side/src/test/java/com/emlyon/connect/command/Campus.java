package com.emlyon.connect.command;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;

/** The students and the moments of the examples. */
public final class Campus {

    /** A student who invites. */
    public static final AccountId PIA = new AccountId("4e41b6a2-0d3c-4f0e-9d57-7c1f6c1f0001");

    /** A student who joins. */
    public static final AccountId TOM = new AccountId("4e41b6a2-0d3c-4f0e-9d57-7c1f6c1f0002");

    /** A student who has to do with neither. */
    public static final AccountId ZOE = new AccountId("4e41b6a2-0d3c-4f0e-9d57-7c1f6c1f0003");

    /** When a story begins. */
    public static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    /** When it goes on. */
    public static final Instant TUESDAY = Instant.parse("2026-11-24T09:30:00.001Z");

    /** When it ends. */
    public static final Instant WEDNESDAY = Instant.parse("2026-11-25T22:15:00.999Z");

    private Campus() {}
}
