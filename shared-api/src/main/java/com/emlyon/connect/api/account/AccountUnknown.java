package com.emlyon.connect.api.account;

/** The account does not exist, or not any more. */
public record AccountUnknown(AccountId account) implements AccountRefusal {}
