package com.emlyon.connect.api.account;

/** The password that was proven is not the present one any more. */
public record PasswordWrong() implements AccountRefusal {}
