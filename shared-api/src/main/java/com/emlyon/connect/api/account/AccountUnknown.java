package com.emlyon.connect.api.account;

/** There is no such account, or no longer. */
public record AccountUnknown(AccountId account) implements AccountRefusal {}
