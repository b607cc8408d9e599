package com.emlyon.connect.api.account;

import java.time.Instant;

/** Deletes an account: its email address becomes available, and rules end its check-in, events and attendances. */
public record DeleteAccount(AccountId account, Instant at) implements AccountCommand {}
