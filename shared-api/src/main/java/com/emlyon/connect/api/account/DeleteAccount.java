package com.emlyon.connect.api.account;

import java.time.Instant;

/** A student leaves: the account ends, its address becomes free, and rules end all that hung on it. */
public record DeleteAccount(AccountId account, Instant at) implements AccountCommand {}
