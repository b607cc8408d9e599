package com.emlyon.connect.api.account;

/** The address belongs to another account. */
public record EmailTaken() implements AccountRefusal {}
